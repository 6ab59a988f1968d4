import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { planLinkEmail } from '@/lib/email/plan-link-email'
import { newRowId } from '@/lib/platform/ids'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import { listOffers } from '@/lib/receiving/queries'
import type { MerchantScope } from '@/lib/shop/scope'
import { hasUsableMethod, isUnpayableIn, periodOf, searchTextOfLink } from './rules'
import { totalOf, type CreateLinkValues } from './schema'
import { findLinkBySubmission, insertLink, type InsertOutcome } from './store'
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
  if (!hasUsableMethod(values, offers)) return invalid({ paymentMethods: scope.mode === 'live' ? 'noAccountForAmount' : 'noUsableMethod' })

  const { submissionId, orderId, slug, currency, title, description, items, usageLimit, paymentMethods, customer } = values
  const made = await makeLink(
    scope,
    {
      submissionId, orderId, slug, currency, title: title || null, description: description || null, items, usageLimit, paymentMethods, customer,
      ...decided.period, openAmount: null, customerQuestions: null, redirects: null, notificationUrls: null, customFields: null,
      metadata: null, apiDetails: null,
    },
    { at },
  )
  if (made.outcome === 'inserted') return success(made.link)
  // Whichever unique index spoke first: a repeated form answers with its own link.
  const earlier = await earlierLink(scope, submissionId)
  if (earlier) return earlier
  if (made.outcome === 'orderIdTaken') return invalid({ orderId: 'orderIdTaken' })
  return made.outcome === 'slugTaken' ? invalid({ slug: 'slugTaken' }) : notFound()
}

export type Making = { outcome: 'inserted'; link: CreatedLink } | { outcome: Exclude<InsertOutcome, 'inserted'> }

/**
 * Writes the link that was wished for. Its period may lie in the past, as the API allows: the page then says so.
 * A customer who can be written to hears of their link: both are written, or neither.
 * @param on the caller's transaction; after any outcome but `inserted` it can only be rolled back
 */
export async function makeLink(scope: MerchantScope, wish: LinkWish, { at, on }: { at: Date; on?: Sql }): Promise<Making> {
  const { orderId, slug, items, openAmount } = wish
  const link: NewLink = {
    ...wish,
    id: newRowId(at.getTime()),
    amount: openAmount ? (openAmount.preset ?? openAmount.minimum) : totalOf(items),
    searchText: searchTextOfLink(wish),
    createdAt: at,
  }
  const outcome = await write(scope, link, on)
  return outcome === 'inserted' ? { outcome, link: { id: link.id, slug, orderId } } : { outcome }
}

async function write(scope: MerchantScope, link: NewLink, on?: Sql): Promise<InsertOutcome> {
  if (!link.customer?.email) return await insertLink(scope, link, on)
  const both = async (sql: Sql) => {
    const outcome = await insertLink(scope, link, sql)
    if (outcome === 'inserted') await planLinkEmail(sql, scope, link)
    return outcome
  }
  return on ? await both(on) : await inTransaction(both)
}

async function earlierLink(scope: MerchantScope, submissionId: string) {
  const earlier = await findLinkBySubmission(scope, submissionId)
  return earlier && success(earlier)
}
