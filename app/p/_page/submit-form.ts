import { readChoice } from '@/lib/checkout/choice'
import { answersSchema, questionsOf } from '@/lib/checkout/customer-questions'
import { readFormToken } from '@/lib/checkout/form-token'
import { linkStanding } from '@/lib/checkout/link-standing'
import { placeOrder, type Placement } from '@/lib/checkout/place-order'
import { findCheckoutLink, recallLink } from '@/lib/checkout/queries'
import { checkoutFormSchema, isSlug, openAmountFormSchema } from '@/lib/checkout/schema'
import { ADDRESS_FIELD_NAMES, shippingAddressSchema } from '@/lib/checkout/shipping-address'
import type { CheckoutLink } from '@/lib/checkout/views'
import { readForm } from '@/lib/http/read-form'
import { isSameOrigin } from '@/lib/http/same-origin'
import type { ClosedReason } from '@/lib/link/status'
import type { CustomerForm } from '@/lib/order/schema'
import type { ShippingAddress } from '@/lib/order/views'
import { fieldErrorsOf } from '@/lib/platform/field-errors'
import type { FieldErrors } from '@/lib/platform/result'
import { seeOther } from './html-response'
import { linkPage } from './link-page'
import { rememberOrder } from './order-cookie'
import { notFoundPage, sentencePage } from './sentence'
import { localeCookie, type Visit } from './visit'

type Submission = { request: Request; visit: Visit; slug: string; at: Date }

/** The payment page's form arrives: one order, or the page again with what is wrong. */
export async function submitForm({ request, visit, slug, at }: Submission): Promise<Response> {
  if (!isSlug(slug)) return await notFoundPage(visit)
  const back = `/p/${slug}${visit.query}`
  if (!isSameOrigin(request.headers)) return await sentencePage(visit, 'forbidden', { status: 403, back })
  const posted = await readForm(request)
  if (!posted.ok) return await sentencePage(visit, 'unreadable', { status: posted.status, back })
  const sent = { fields: posted.fields, visit, slug, at }
  const recent = recallLink(slug)
  const quick = recent && (await attempt(recent, sent))
  if (quick?.kind === 'placed') return goOn(quick.token, sent)

  const link = await findCheckoutLink(slug)
  if (!link) return await notFoundPage(visit)
  const outcome = await attempt(link, sent)
  switch (outcome.kind) {
    case 'placed':
      return goOn(outcome.token, sent)
    case 'unreadable':
      return await pageAgain(sent)(link, 422, { errors: outcome.errors, problem: 'fields' })
    case 'formOld':
      return await pageAgain(sent)(link, 422, { problem: 'formOld' })
    case 'notFound':
      return await notFoundPage(visit)
    default:
      return await refused(outcome, pageAgain(sent))
  }
}

type Sent = { fields: Record<string, string>; visit: Visit; slug: string; at: Date }

type Attempt = Placement | { kind: 'unreadable'; errors: FieldErrors } | { kind: 'formOld' }

/** Places the order, given what is known of its link. */
async function attempt(link: CheckoutLink, { fields, visit, slug, at }: Sent): Promise<Attempt> {
  const { form, amount, method, ...customerFields } = fields
  const values = parse(link, { form, amount, method }, customerFields)
  if (!values.ok) return { kind: 'unreadable', errors: values.errors }
  const submissionId = readFormToken(link.id, values.form)
  if (submissionId === null) return { kind: 'formOld' }
  const { locale } = visit.wordingFor(link.shop.locale)
  return await placeOrder({ slug, link, submissionId, amount: values.amount, method: values.method, customer: values.customer, shippingAddress: values.address, locale }, at)
}

function goOn(token: string, { visit, slug }: Sent): Response {
  return seeOther(`/p/${slug}/${token}${visit.query}`, [rememberOrder(slug, token), ...localeCookie(visit)])
}

type Said = { errors?: FieldErrors; problem?: 'fields' | 'formOld' | 'priceChanged' }
type PageAgain = (link: CheckoutLink, status: number, said?: Said) => Promise<Response>

/** The link's page as it is by now, with everything that was typed. A link that closed meanwhile says so. */
function pageAgain({ visit, at, fields }: Sent): PageAgain {
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'form'))
  return async (link, status, said = {}) => {
    const standing = await linkStanding(link, at)
    return await linkPage({ visit, standing, at, status: standing.reason ? CLOSED_STATUS[standing.reason] : status, said: { ...said, typed } })
  }
}

/** Gone for good, or only for the moment. */
const CLOSED_STATUS = {
  soldOut: 410, expired: 410, deleted: 410, paused: 409, scheduled: 409, allHeld: 409,
} as const satisfies Record<ClosedReason, number>

async function refused(placement: Exclude<Placement, { kind: 'placed' | 'notFound' }>, page: PageAgain): Promise<Response> {
  const { kind, link } = placement
  switch (kind) {
    case 'invalid':
      return await page(link, 422, { errors: placement.fields, problem: 'fields' })
    case 'priceChanged':
      return await page(link, 409, { problem: 'priceChanged' })
    case 'railUnavailable':
      return await page(link, 503, { errors: { rail: 'railUnavailable' } })
    case 'closed':
      // Should a place have come back in between, the form is there again.
      return await page(link, CLOSED_STATUS[placement.reason])
  }
}

type Parsed =
  | { ok: true; form: string; amount: number; method: string; customer: CustomerForm; address: ShippingAddress | null }
  | { ok: false; errors: FieldErrors }

/** All messages at once, the customer's and the page's own. What the customer cannot see has no message of its own. */
function parse(link: CheckoutLink, own: Record<string, string | undefined>, otherFields: Record<string, string>): Parsed {
  const { customerFields, addressFields } = divided(link, otherFields)
  const page = (link.openAmount ? openAmountFormSchema(link.openAmount, link.currency) : checkoutFormSchema).safeParse(own)
  const customer = answersSchema(questionsOf(link)).safeParse(customerFields)
  const asksAddress = link.mode === 'live' && readChoice(own['method'] ?? '')?.method === 'cod'
  const address = asksAddress ? shippingAddressSchema.safeParse(addressFields) : null
  if (page.success && customer.success && address?.success !== false) return { ok: true, ...page.data, customer: customer.data, address: address?.data ?? null }
  const { form, amount, ...errors } = {
    ...(!page.success && fieldErrorsOf(page.error)),
    ...(!customer.success && fieldErrorsOf(customer.error)),
    ...(address?.success === false && fieldErrorsOf(address.error)),
  }
  if (amount && link.openAmount) errors['amount'] = amount
  return { ok: false, errors: form || (amount && !errors['amount']) ? { ...errors, '': 'unknownField' } : errors }
}

/** The address that a live link may ask for, and everything else; only real payments go anywhere. */
function divided(link: CheckoutLink, fields: Record<string, string>): Record<'customerFields' | 'addressFields', Record<string, string>> {
  if (link.mode === 'test') return { customerFields: fields, addressFields: {} }
  const isOfAddress = ([name]: [string, string]) => (ADDRESS_FIELD_NAMES as string[]).includes(name)
  const entries = Object.entries(fields)
  return { customerFields: Object.fromEntries(entries.filter((entry) => !isOfAddress(entry))), addressFields: Object.fromEntries(entries.filter(isOfAddress)) }
}
