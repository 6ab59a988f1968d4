import { Temporal } from 'temporal-polyfill'
import { isPaymentMethod } from '@/lib/payment/methods'
import type { LinkItem, LinkRecord } from '../views'
import type { WholeContent } from './content'

/** What a link has that the form can say. */
export type FormFacts = Pick<LinkRecord, 'title' | 'description' | 'items' | 'openAmount' | 'usageLimit' | 'startsAt' | 'expiresAt' | 'customer' | 'customerQuestions'> & { paymentMethods: readonly string[] }

/**
 * A stored link as the form that would make it: the one place that turns what is stored into what is typed.
 * Times become wall-clock times to the minute, in the shop's time zone.
 */
export function inputOfLink(link: FormFacts, { timeZone }: { timeZone: string }): WholeContent {
  return {
    usageLimit: link.usageLimit === null ? null : String(link.usageLimit),
    items: link.openAmount ? [{ name: link.items[0]?.name ?? '', price: '1', quantity: '1' }] : link.items.map(itemOf),
    title: link.title ?? '',
    description: link.description ?? '',
    startsAt: link.startsAt ? wallClock(link.startsAt, timeZone) : '',
    expiry: link.expiresAt ? { kind: 'at', at: wallClock(link.expiresAt, timeZone) } : { kind: 'never' },
    customer: link.customer,
    paymentMethods: link.paymentMethods.filter(isPaymentMethod),
    openAmount: link.openAmount && {
      minimum: String(link.openAmount.minimum),
      maximum: String(link.openAmount.maximum),
      preset: link.openAmount.preset === null ? '' : String(link.openAmount.preset),
    },
    questions: link.customerQuestions?.required ?? null,
  }
}

const itemOf = ({ name, price, quantity }: LinkItem) => ({ name, price: String(price), quantity: String(quantity) })

const wallClock = (time: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
