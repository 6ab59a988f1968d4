import type { CreateLinkInput } from '@/lib/link/schema'
import { DEFAULT_CURRENCY, MAX_AMOUNT, type Currency } from '@/lib/money/money'
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
    items: draft.items.map((item) => ({ name: item.name, price: signedPrice(item), quantity: item.quantity })),
    title: draft.title,
    description: draft.description,
    startsAt: draft.startsAt,
    expiry: expiryOf(draft.expiry),
    customer: draft.isForOneCustomer ? draft.customer : null,
    paymentMethods: draft.isEveryMethod ? [] : draft.paymentMethods.filter((name) => takesCurrency(name, draft.currency)),
  }
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
