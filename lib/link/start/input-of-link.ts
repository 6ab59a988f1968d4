import { Temporal } from 'temporal-polyfill'
import { formatAmount } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { isPaymentMethod } from '@/lib/payment/methods'
import type { LinkItem, LinkRecord } from '../views'
import type { WholeContent } from './content'

/** What a link has that the form can say. */
export type FormFacts = Pick<LinkRecord, 'title' | 'description' | 'currency' | 'items' | 'openAmount' | 'usageLimit' | 'startsAt' | 'expiresAt' | 'customer' | 'customerQuestions'> & { paymentMethods: readonly string[]; accountsOff: readonly string[] }

/**
 * A stored link as the form that would make it: the one place that turns what is stored into what is typed.
 * Times become wall-clock times to the minute, in the shop's time zone.
 */
export function inputOfLink(link: FormFacts, { timeZone }: { timeZone: string }): WholeContent {
  const amount = (value: number) => formatAmount(value, link.currency)
  return {
    currency: link.currency,
    usageLimit: link.usageLimit === null ? null : String(link.usageLimit),
    items: link.openAmount ? [{ name: link.items[0]?.name ?? '', price: '1', quantity: '1' }] : link.items.map((item) => itemOf(item, link.currency)),
    title: link.title ?? '',
    description: link.description ?? '',
    startsAt: link.startsAt ? wallClock(link.startsAt, timeZone) : '',
    expiry: link.expiresAt ? { kind: 'at', at: wallClock(link.expiresAt, timeZone) } : { kind: 'never' },
    customer: link.customer,
    paymentMethods: link.paymentMethods.filter(isPaymentMethod),
    accountsOff: [...link.accountsOff],
    openAmount: link.openAmount && {
      minimum: amount(link.openAmount.minimum),
      maximum: amount(link.openAmount.maximum),
      preset: link.openAmount.preset === null ? '' : amount(link.openAmount.preset),
    },
    questions: link.customerQuestions?.required ?? null,
  }
}

const itemOf = ({ name, price, quantity }: LinkItem, currency: Currency) => ({ name, price: formatAmount(price, currency), quantity: String(quantity) })

const wallClock = (time: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
