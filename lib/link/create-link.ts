import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { planLinkEmail } from '@/lib/email/plan-link-email'
import { newRowId } from '@/lib/platform/ids'
import { invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { hasUsableMethod, periodOf, searchTextOf } from './rules'
import { totalOf, type CreateLinkValues } from './schema'
import { findLinkBySubmission, insertLink, type InsertOutcome } from './store'
import type { NewLink } from './views'

export type CreatedLink = { id: string; slug: string; orderId: string }

/**
 * Makes a link. A second submission of the same form answers with the link of the first.
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
  if (!hasUsableMethod(values)) return invalid({ paymentMethods: 'noUsableMethod' })

  const { customer, items, orderId, slug } = values
  const id = newRowId(at.getTime())
  const outcome = await writeLink(scope, {
    id,
    submissionId: values.submissionId,
    orderId,
    slug,
    title: values.title || null,
    description: values.description || null,
    amount: totalOf(items),
    currency: 'IDR',
    items,
    usageLimit: values.usageLimit,
    ...decided.period,
    paymentMethods: values.paymentMethods,
    customer,
    searchText: searchTextOf([
      orderId, slug, values.title, ...items.map(({ name }) => name),
      customer?.firstName, customer?.lastName, customer?.email, customer?.phone,
    ]),
    createdAt: at,
  })
  if (outcome === 'inserted') return success({ id, slug, orderId })
  // Whichever unique index spoke first: a repeated form answers with its own link.
  const earlier = await earlierLink(scope, values.submissionId)
  if (earlier) return earlier
  if (outcome === 'orderIdTaken') return invalid({ orderId: 'orderIdTaken' })
  return outcome === 'slugTaken' ? invalid({ slug: 'slugTaken' }) : notFound()
}

/** A customer who can be written to hears of their link: both are written, or neither. */
async function writeLink(scope: MerchantScope, link: NewLink): Promise<InsertOutcome> {
  if (!link.customer?.email) return await insertLink(scope, link)
  return await inTransaction(async (sql) => {
    const outcome = await insertLink(scope, link, sql)
    if (outcome === 'inserted') await planLinkEmail(sql, scope, link)
    return outcome
  })
}

async function earlierLink(scope: MerchantScope, submissionId: string) {
  const earlier = await findLinkBySubmission(scope, submissionId)
  return earlier && success(earlier)
}
