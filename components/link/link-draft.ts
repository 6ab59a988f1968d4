import type { CreateLinkInput } from '@/lib/link/schema'
import { tidyPrice } from '@/components/ui/group-while-typing'
import type { LinkDefaultsContent } from '@/lib/link/defaults/content'
import { OWN_FIELDS, type LinkContent, type WholeContent } from '@/lib/link/start/content'
import type { CustomerField, OpenAmount } from '@/lib/link/views'
import { DEFAULT_CURRENCY, MAX_AMOUNT, type Currency } from '@/lib/money/money'
import { textOf } from '@/lib/money/typed-money'
import { parseMoney } from '@/lib/money/parse-money'
import { takesCurrency, type PaymentMethod } from '@/lib/payment/methods'

/**
 * The create form as it stands on the screen. It keeps what was typed behind a switch that is off,
 * so that nothing is lost by trying a switch; {@link inputOf} leaves that out.
 */
export type LinkDraft = {
  submissionId: string
  orderId: string
  slug: string
  /** Of every price. */
  currency: Currency
  usageLimit: string
  isUnlimited: boolean
  items: ItemDraft[]
  title: string
  description: string
  startsAt: string
  expiry: { kind: 'never' | 'at' | 'after'; at: string; amount: string; unit: 'minutes' | 'hours' | 'days' }
  isForOneCustomer: boolean
  customer: { firstName: string; lastName: string; email: string; phone: string; notes: string }
  isEveryMethod: boolean
  paymentMethods: PaymentMethod[]
  /** Ids of accounts that customers are not offered. */
  accountsOff: string[]
  isOpenAmount: boolean
  openAmount: { minimum: string; maximum: string; preset: string }
  asksUsual: boolean
  questions: CustomerField[]
  /** Channels that are wished for; one without a contact is not used. */
  sending: { email: boolean; sms: boolean; kind: 'now' | 'at'; at: string }
  internalNotes: { key: string; value: string }[]
  /** Looks at everything before the link is made, even when nothing is sent. */
  wantsReview: boolean
}

/** The price of a discount is typed without its sign: many phones' number pads have none. */
export type ItemDraft = { name: string; price: string; quantity: string; isDiscount: boolean }

export type SuggestedIds = Pick<LinkDraft, 'submissionId' | 'orderId' | 'slug'>

export const emptyItem = (): ItemDraft => ({ name: '', price: '', quantity: '1', isDiscount: false })

export function emptyDraft(ids: SuggestedIds, currency: Currency = DEFAULT_CURRENCY): LinkDraft {
  return {
    ...ids,
    currency,
    usageLimit: '1',
    isUnlimited: false,
    items: [emptyItem()],
    title: '',
    description: '',
    startsAt: '',
    expiry: { kind: 'never', at: '', amount: '1', unit: 'days' },
    isForOneCustomer: false,
    customer: { firstName: '', lastName: '', email: '', phone: '', notes: '' },
    isEveryMethod: true,
    paymentMethods: [],
    accountsOff: [],
    isOpenAmount: false,
    openAmount: { minimum: '', maximum: '', preset: '' },
    asksUsual: true,
    questions: ['name', 'phone'],
    sending: { email: true, sms: false, kind: 'now', at: '' },
    internalNotes: [],
    wantsReview: false,
  }
}

/** What the form sends: only what its switches say. Error paths are the same in both shapes. */
export function inputOf(draft: LinkDraft): CreateLinkInput {
  return {
    submissionId: draft.submissionId,
    orderId: draft.orderId,
    slug: draft.slug,
    currency: draft.currency,
    usageLimit: draft.isUnlimited ? null : draft.usageLimit,
    items: draft.isOpenAmount ? [{ name: draft.items[0]?.name ?? '', price: '1', quantity: '1' }] : draft.items.map((item) => ({ name: item.name, price: signedPrice(item), quantity: item.quantity })),
    title: draft.title,
    description: draft.description,
    startsAt: draft.startsAt,
    expiry: expiryOf(draft.expiry),
    customer: draft.isForOneCustomer ? draft.customer : null,
    paymentMethods: draft.isEveryMethod ? [] : draft.paymentMethods.filter((name) => takesCurrency(name, draft.currency)),
    accountsOff: draft.accountsOff,
    openAmount: draft.isOpenAmount ? draft.openAmount : null,
    questions: draft.asksUsual ? null : draft.questions,
    sending: sendingOf(draft),
    internalNotes: draft.internalNotes,
  }
}

/** As {@link inputOf}, without what belongs to one link alone. */
export function contentOf(draft: LinkDraft): WholeContent {
  const content: WholeContent & Partial<CreateLinkInput> = inputOf(draft)
  for (const own of OWN_FIELDS) delete content[own]
  return content
}

/** What of the form a shop may decide for all of its new links. */
export function defaultsOf(draft: LinkDraft): Required<LinkDefaultsContent> {
  const { usageLimit, title, description, expiry, paymentMethods, accountsOff = [], questions = null } = contentOf(draft)
  return { usageLimit, title, description, expiry, paymentMethods, accountsOff, questions }
}

/** The form with what a template, another link or the shop's defaults say; what they leave open stays. The way back from {@link contentOf}. */
export function withContent(draft: LinkDraft, content: LinkContent): LinkDraft {
  const { currency = draft.currency, usageLimit, items, title, description, startsAt, expiry, customer, paymentMethods, accountsOff, openAmount, questions } = content
  return {
    ...draft,
    currency,
    ...(usageLimit !== undefined && (usageLimit === null ? { isUnlimited: true } : { isUnlimited: false, usageLimit: String(usageLimit) })),
    ...(items && items.length > 0 && { items: items.map((item) => itemDraftOf(item, { currency, isOpen: openAmount !== undefined && openAmount !== null })) }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(startsAt !== undefined && { startsAt }),
    ...(expiry && { expiry: expiry.kind === 'after' ? { ...draft.expiry, ...expiry, amount: String(expiry.amount) } : { ...draft.expiry, ...expiry } }),
    ...(customer !== undefined && (customer ? { isForOneCustomer: true, customer } : { isForOneCustomer: false })),
    ...(paymentMethods && { isEveryMethod: paymentMethods.length === 0, paymentMethods }),
    ...(accountsOff && { accountsOff }),
    ...(openAmount !== undefined && (openAmount ? { isOpenAmount: true, openAmount: tidyBounds(openAmount, currency) } : { isOpenAmount: false })),
    ...(questions !== undefined && (questions ? { asksUsual: false, questions } : { asksUsual: true })),
  }
}

type ContentItem = NonNullable<LinkContent['items']>[number]
type Bounds = NonNullable<LinkContent['openAmount']>

/** @param isOpen the customer decides the price: what stands there is none */
function itemDraftOf({ name, price, quantity }: ContentItem, { currency, isOpen }: { currency: Currency; isOpen: boolean }): ItemDraft {
  const typed = isOpen ? '' : textOf(price)
  const isDiscount = /^[-−]/.test(typed)
  return { name, price: tidyPrice(isDiscount ? typed.slice(1) : typed, currency), quantity: String(quantity), isDiscount }
}

const tidyBounds = ({ minimum, maximum, preset }: Bounds, currency: Currency): LinkDraft['openAmount'] => ({
  minimum: tidyPrice(textOf(minimum), currency), maximum: tidyPrice(textOf(maximum), currency), preset: tidyPrice(textOf(preset), currency),
})

/** What customers may choose between, as far as it can be read yet. */
export function draftRange({ minimum, maximum, preset }: LinkDraft['openAmount'], currency: Currency): OpenAmount {
  const read = (typed: string) => {
    const parsed = typed.trim() === '' ? null : parseMoney(typed, currency)
    return parsed?.ok && parsed.amount > 0 ? parsed.amount : null
  }
  return { minimum: read(minimum) ?? 1, maximum: read(maximum) ?? MAX_AMOUNT, preset: read(preset) }
}

/** What is sent to whom: only to a named customer, by channels that can reach them. */
export function sendingOf({ isForOneCustomer, customer, sending }: Pick<LinkDraft, 'isForOneCustomer' | 'customer' | 'sending'>): { email: boolean; sms: boolean; at: string | null } {
  const email = isForOneCustomer && sending.email && customer.email.trim() !== ''
  const sms = isForOneCustomer && sending.sms && customer.phone.trim() !== ''
  return { email, sms, at: (email || sms) && sending.kind === 'at' ? sending.at : null }
}

/** Nothing goes to a customer unseen; whoever shares the link themselves gains no step. */
export function needsReview(draft: Pick<LinkDraft, 'isForOneCustomer' | 'customer' | 'sending' | 'wantsReview'>): boolean {
  const { email, sms } = sendingOf(draft)
  return draft.wantsReview || email || sms
}

/** The running total, in minor units. A row that cannot be read yet counts as nothing. */
export function draftTotal(items: readonly ItemDraft[], currency: Currency): number {
  return items.reduce((sum, item) => {
    const price = parseMoney(signedPrice(item), currency)
    const quantity = /^\s*\d{1,6}\s*$/.test(item.quantity) ? Number(item.quantity) : 0
    return price.ok ? sum + price.amount * quantity : sum
  }, 0)
}

/** True while the total is one that a link may have. */
export const isPossibleTotal = (total: number): boolean => total > 0 && total <= MAX_AMOUNT

function signedPrice({ price, isDiscount }: ItemDraft): string {
  const typed = price.trim()
  return isDiscount && /^\d/.test(typed) ? `-${typed}` : typed
}

function expiryOf({ kind, at, amount, unit }: LinkDraft['expiry']): CreateLinkInput['expiry'] {
  if (kind === 'at') return { kind, at }
  return kind === 'after' ? { kind, amount, unit } : { kind }
}
