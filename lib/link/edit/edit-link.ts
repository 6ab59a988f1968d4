import 'server-only'
import { failure, invalid, notFound, success, type FieldErrors, type Result } from '@/lib/platform/result'
import { listOffers } from '@/lib/receiving/queries'
import type { Offer } from '@/lib/receiving/views'
import type { MerchantScope } from '@/lib/shop/scope'
import { findLinkRecordById } from '../record/store'
import { instantOf, periodOf, pricedOf } from '../rules'
import { pricesInCurrency } from '../schema'
import type { ContentField, WholeContent } from '../start/content'
import { CONTENT_SHAPE } from '../start/schema'
import { inputOfLink } from '../start/input-of-link'
import { updateLink, type EditRefusal, type LinkEdit } from '../update-link'
import type { LinkItem, LinkRecord } from '../views'
import type { EditLinkValues } from './schema'

type Now = { timeZone: string; at: Date }

/**
 * Changes a link from the dashboard's form: what the form says differently from the link as it is stored, and nothing else.
 * Orders that are open keep the price that they were made with.
 * @param timeZone the shop's, in which wall-clock times of the form are meant
 * @returns `conflict` when it was edited since the form was filled; `invalid` with the field where orders or rules stand against it
 */
export async function editLink(scope: MerchantScope, { id, version, ...values }: EditLinkValues, now: Now): Promise<Result<null>> {
  const link = await findLinkRecordById(scope, id, now.at)
  if (!link) return notFound()
  if (link.version !== version) return failure({ kind: 'conflict', message: 'linkChanged' })
  const decided = editOf(link, values, { ...now, offers: await listOffers(scope) })
  if (!decided.ok) return invalid(decided.fields)
  const edited = await updateLink(scope, link.orderId, () => ({ ...decided.edit, onlyVersion: version }), now.at)
  if (edited.kind === 'notFound') return notFound()
  return edited.kind === 'edited' ? success(null) : refusalOf(edited, scope)
}

type Decided = { ok: true; edit: LinkEdit } | { ok: false; fields: FieldErrors }

function editOf(link: LinkRecord, values: Omit<EditLinkValues, 'id' | 'version'>, { offers, ...now }: Now & { offers: readonly Offer[] }): Decided {
  if (values.currency !== link.currency) return { ok: false, fields: { currency: 'currencyStays' } }
  const stored = pricesInCurrency(inputOfLink(link, now)) as WholeContent
  // A stored value that the form could not say counts as another one.
  const isOther = (field: ContentField) => JSON.stringify(CONTENT_SHAPE[field].safeParse(stored[field]).data) !== JSON.stringify(values[field])
  const edit: LinkEdit = {
    ...(isOther('title') && { title: values.title || null }),
    ...(isOther('description') && { description: values.description || null }),
    ...(isOther('usageLimit') && { usageLimit: values.usageLimit }),
    ...(isOther('paymentMethods') && { paymentMethods: values.paymentMethods }),
    ...(isOther('accountsOff') && { accountsOff: values.accountsOff }),
    ...(isOther('customer') && { customer: values.customer }),
    ...(isOther('questions') && { customerQuestions: values.questions && { required: values.questions } }),
  }
  if (isOther('items') || isOther('openAmount')) {
    const cost = pricedOf(values, offers)
    if (!cost.ok) return cost
    edit.items = cost.priced.items.map((item, index) => ({ ...detailsOf(link.items[index], item), ...item }))
    edit.openAmount = cost.priced.openAmount
  }
  if (!isOther('startsAt') && !isOther('expiry')) return { ok: true, edit }
  const startsAt = isOther('startsAt') ? (values.startsAt === '' ? null : instantOf(values.startsAt, now.timeZone)) : link.startsAt
  if (startsAt === undefined) return { ok: false, fields: { startsAt: 'dateTime' } }
  // A duration counts from now, or from a start that is still to come.
  const isAhead = startsAt !== null && startsAt > now.at
  const decided = periodOf({ startsAt: isAhead ? values.startsAt : '', expiry: values.expiry }, now)
  if (!decided.ok) return decided
  edit.period = { startsAt, expiresAt: isOther('expiry') ? decided.period.expiresAt : link.expiresAt }
  return { ok: true, edit }
}

/** What the API said of an item besides stays with it while it is the same item. */
function detailsOf(before: LinkItem | undefined, { name }: LinkItem): Partial<LinkItem> {
  return before?.name === name ? before : {}
}

function refusalOf(refusal: EditRefusal, { mode }: MerchantScope) {
  switch (refusal.reason) {
    case 'amountInUse':
    case 'openAmount':
      return invalid({ items: 'amountInUse' })
    case 'belowUsage':
      return invalid({ usageLimit: 'belowUsage' })
    case 'otherCurrency':
      return invalid({ currency: 'currencyStays' })
    case 'noUsableMethod':
      return invalid({ paymentMethods: mode === 'live' ? 'noAccountForAmount' : 'noUsableMethod' })
    case 'endsBeforeStart':
      return invalid({ 'expiry.at': 'expiryBeforeStart' })
    case 'changedMeanwhile':
    case 'busy':
      return failure({ kind: 'conflict', message: 'linkChanged' })
  }
}
