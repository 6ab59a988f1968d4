import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { now } from '@/lib/platform/clock'
import { composeEmails, type EmailWish } from './compose-email'
import type { Letter } from './letter'
import { paidLate, paymentInstructions, paymentNotFound, receipt, refund } from './letters/customer-letters'
import { sellerNeedsLook, sellerPaid } from './letters/seller-letters'
import { countInstructions, insertEmails, listSellerAddresses } from './store'
import type { CustomerLetter } from './texts/letters'
import { inOwnWords } from './texts/own-words'
import { listShopLetters } from './texts/store'
import type { ShopLetters } from './texts/views'

type Plan = {
  toCustomer?: { template: CustomerLetter; write: (facts: OrderEventFacts) => Letter | null }
  toSeller?: { template: EmailWish['template']; write: (facts: OrderEventFacts) => Letter }
}

/** Who is told what, by the news that made the event and where it led. Everything else needs no letter. */
function planOf({ type, to, order }: OrderEventFacts, at: Date): Plan {
  // Nobody is asked to pay what can no longer be paid, after a long outage for instance.
  if (type === 'placed') return order.expiresAt > at ? { toCustomer: { template: 'paymentInstructions', write: paymentInstructions } } : {}
  if (type === 'settle' && to === 'paid_late') {
    return { toCustomer: { template: 'paidLate', write: paidLate }, toSeller: { template: 'sellerNeedsLook', write: sellerNeedsLook } }
  }
  if (type === 'settle') return { toCustomer: { template: 'receipt', write: receipt }, toSeller: { template: 'sellerPaid', write: sellerPaid } }
  if (type === 'reject') return { toCustomer: { template: 'paymentNotFound', write: paymentNotFound } }
  if (type === 'accept') return { toCustomer: { template: 'receipt', write: receipt } }
  return type === 'refund' ? { toCustomer: { template: 'refund', write: refund } } : {}
}

/**
 * Writes what these events mean, and the jobs that send it. Running it twice writes nothing twice.
 * Hot: runs for every placed order. One letter takes about 0.3 ms to write and draw; reading the
 * sellers, reading the shops' own words and writing the messages are one statement each, however many events there are.
 */
export async function planEmails(sql: Sql, events: readonly OrderEventFacts[], at: Date = now()): Promise<void> {
  const plans = events.map((facts) => ({ facts, ...planOf(facts, at) }))
  const told = plans.flatMap(({ facts, toSeller }) => (toSeller ? [facts.merchant.id] : []))
  const sellers = await listSellerAddresses(sql, [...new Set(told)])
  const shops = await listShopLetters(sql, [...new Set(plans.flatMap(({ facts, toCustomer }) => (toCustomer && facts.order.customer.email !== null ? [facts.merchant.id] : [])))])
  const wishes = plans.flatMap(({ facts, toCustomer, toSeller }) => [
    ...(toCustomer && !shops.get(facts.merchant.id)?.muted.includes(toCustomer.template) ? [wishOf(facts, { ...dressed(toCustomer, shops.get(facts.merchant.id)), to: facts.order.customer.email })] : []),
    ...(toSeller ? (sellers.get(facts.merchant.id) ?? []).map((to) => wishOf(facts, { ...toSeller, to })) : []),
  ])
  await insertEmails(sql, await composeEmails(await withinLimit(sql, wishes, at)))
}

/** More than a person orders in an hour: whoever types another's address into forms must not fill their inbox. */
const INSTRUCTIONS_PER_HOUR = 10

async function withinLimit(sql: Sql, wishes: readonly EmailWish[], at: Date): Promise<EmailWish[]> {
  const isLimited = ({ template, to }: EmailWish) => template === 'paymentInstructions' && to !== null
  const addresses = wishes.filter(isLimited).flatMap(({ to }) => (to === null ? [] : [to]))
  const counts = await countInstructions(sql, [...new Set(addresses)], new Date(at.getTime() - 3_600_000))
  return wishes.filter((wish) => {
    if (!isLimited(wish) || wish.to === null) return true
    const count = (counts.get(wish.to) ?? 0) + 1
    counts.set(wish.to, count)
    return count <= INSTRUCTIONS_PER_HOUR
  })
}

/** The same letter, in the shop's own words. */
function dressed({ template, write }: NonNullable<Plan['toCustomer']>, shop: ShopLetters | undefined): Wish {
  return {
    template,
    write: (facts) => {
      const letter = write(facts)
      return letter && inOwnWords(letter, { name: template, shop })
    },
  }
}

type Wish = { template: EmailWish['template']; write: (facts: OrderEventFacts) => Letter | null }

function wishOf(facts: OrderEventFacts, { template, write, to }: Wish & { to: string | null }): EmailWish {
  return {
    shop: { merchantId: facts.merchant.id, mode: facts.mode },
    linkId: facts.link.id,
    orderId: facts.order.id,
    template,
    dedupeKey: `event:${facts.eventId}:${template}:${to ?? ''}`,
    to,
    letter: () => write(facts),
    at: facts.at,
  }
}
