import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { planLinkEmail } from '@/lib/email/plan-link-email'
import { decideSending } from '@/lib/link-message/decide-sending'
import { planLinkMessages, type LinkSending } from '@/lib/link-message/plan-link-messages'
import type { InternalNote } from '@/lib/link-message/schema'
import { updateNotes } from '@/lib/link-message/store'
import { newRowId } from '@/lib/platform/ids'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import { listOffers } from '@/lib/receiving/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { insertLink, type InsertOutcome } from './insert/store'
import { hasUsableMethod, isUnpayableIn, periodOf, pricedOf, searchTextOfLink } from './rules'
import type { CreateLinkValues } from './schema'
import { totalOf } from './total'
import { findLinkBySubmission } from './store'
import type { LinkWish, NewLink } from './views'

export type CreatedLink = { id: string; slug: string; orderId: string }

/**
 * Makes a link from the dashboard's form. A second submission of the same form answers with the link of the first.
 * @param timeZone the shop's, in which wall-clock times of the form are meant
 * @returns `invalid` with the field: taken IDs, a period that lies in the past, no method for the amount
 */
export async function createLink(
  scope: MerchantScope,
  values: CreateLinkValues,
  { timeZone, at }: { timeZone: string; at: Date },
): Promise<Result<CreatedLink>> {
  const decided = periodOf(values, { timeZone, at })
  if (!decided.ok) return (await earlierLink(scope, values.submissionId)) ?? invalid(decided.fields)
  const offers = await listOffers(scope)
  // In live mode only: the simulator is always there.
  if (offers.length === 0) return invalid({ '': 'noWayToBePaid' })
  if (isUnpayableIn(values.currency, offers)) return invalid({ currency: scope.mode === 'live' ? 'noAccountForCurrency' : 'noMethodForCurrency' })
  const cost = pricedOf(values, offers)
  if (!cost.ok) return invalid(cost.fields)
  const { items, openAmount } = cost.priced
  if (!hasUsableMethod({ ...values, ...cost.priced }, offers)) return invalid({ paymentMethods: scope.mode === 'live' ? 'noAccountForAmount' : 'noUsableMethod' })

  const sending = await decideSending(scope, values, { timeZone, at, endsAt: decided.period.expiresAt })
  if (!sending.ok) return (await earlierLink(scope, values.submissionId)) ?? invalid(sending.fields)

  const { submissionId, orderId, slug, currency, title, description, usageLimit, paymentMethods, accountsOff, customer, questions } = values
  const made = await makeLink(
    scope,
    {
      submissionId, orderId, slug, currency, title: title || null, description: description || null, items, usageLimit, paymentMethods, accountsOff, customer,
      ...decided.period, openAmount, customerQuestions: questions && { required: questions }, redirects: null, notificationUrls: null, customFields: null,
      metadata: null, apiDetails: null,
    },
    { at, sending: sending.sending, internalNotes: values.internalNotes ?? [] },
  )
  if (made.outcome === 'inserted') return success(made.link)
  // Whichever unique index spoke first: a repeated form answers with its own link.
  const earlier = await earlierLink(scope, submissionId)
  if (earlier) return earlier
  if (made.outcome === 'orderIdTaken') return invalid({ orderId: 'orderIdTaken' })
  return made.outcome === 'slugTaken' ? invalid({ slug: 'slugTaken' }) : notFound()
}

/** What the form decides beside the link itself. */
type Beside = {
  /** Null: an e-mail at once where there is an address. */
  sending?: LinkSending | null
  internalNotes?: readonly InternalNote[]
}

export type Making = { outcome: 'inserted'; link: CreatedLink } | { outcome: Exclude<InsertOutcome, 'inserted'> }

/**
 * Writes the link that was wished for. Its period may lie in the past, as the API allows: the page then says so.
 * A customer who can be written to hears of their link: both are written, or neither.
 * @param on the caller's transaction; after any outcome but `inserted` it can only be rolled back
 */
export async function makeLink(scope: MerchantScope, wish: LinkWish, { at, on, ...beside }: { at: Date; on?: Sql } & Beside): Promise<Making> {
  const link = newLinkOf(wish, at)
  const outcome = await write(scope, link, beside, on)
  return outcome === 'inserted' ? { outcome, link: { id: link.id, slug: link.slug, orderId: link.orderId } } : { outcome }
}

/** What is written of a wish. */
export const newLinkOf = (wish: LinkWish, at: Date): NewLink => ({
  ...wish,
  id: newRowId(at.getTime()),
  amount: wish.openAmount ? (wish.openAmount.preset ?? wish.openAmount.minimum) : totalOf(wish.items),
  searchText: searchTextOfLink(wish),
  createdAt: at,
})

async function write(scope: MerchantScope, link: NewLink, { sending, internalNotes = [] }: Beside, on?: Sql): Promise<InsertOutcome> {
  const isTold = sending ? sending.channels.length > 0 : Boolean(link.customer?.email)
  if (!isTold && internalNotes.length === 0) return await insertLink(scope, link, on)
  const all = async (sql: Sql) => {
    const outcome = await insertLink(scope, link, sql)
    if (outcome !== 'inserted') return outcome
    if (internalNotes.length > 0) await updateNotes(sql, scope, link.id, internalNotes)
    await (sending ? planLinkMessages(sql, scope, link, sending) : planLinkEmail(sql, scope, link))
    return outcome
  }
  return on ? await all(on) : await inTransaction(all)
}

async function earlierLink(scope: MerchantScope, submissionId: string) {
  const earlier = await findLinkBySubmission(scope, submissionId)
  return earlier && success(earlier)
}
