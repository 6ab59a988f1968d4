import { groupThousands } from '@/lib/money/format-money'
import type { ChatReading } from '@/lib/chat/parse-chat'
import { emptyItem, type ItemDraft, type LinkDraft } from './link-draft'

/** Names of what a chat only gives an amount for. */
export type FillWords = { shipping: string; discount: string }

/**
 * The form with what was read from a chat. What the chat does not say stays as it is; items are
 * replaced as a whole, since the chat is one order.
 */
export function fillDraft(draft: LinkDraft, { items, shipping, discount, customer }: ChatReading, words: FillWords): LinkDraft {
  const rows: ItemDraft[] = items.map(({ name, price, quantity }) => ({ ...emptyItem(), name, price: price === null ? '' : groupThousands(String(price)), quantity: String(quantity) }))
  const extra = (name: string, amount: number, isDiscount: boolean): ItemDraft => ({ ...emptyItem(), name, price: groupThousands(String(amount)), isDiscount })
  if (rows.length > 0 && shipping !== null) rows.push(extra(words.shipping, shipping, false))
  if (rows.length > 0 && discount !== null) rows.push(extra(words.discount, discount, true))
  const { name, phone, email, address, notes } = customer
  const isKnown = [name, phone, email, address, notes].some((value) => value !== '')
  const [firstName = '', ...others] = name.split(' ')
  const told = [address, notes].filter(Boolean).join('\n')
  return {
    ...draft,
    // Chats are read as rupiah.
    ...(rows.length > 0 && { items: rows, currency: 'IDR' as const }),
    ...(isKnown && { isForOneCustomer: true }),
    customer: {
      firstName: firstName || draft.customer.firstName,
      lastName: name ? others.join(' ') : draft.customer.lastName,
      phone: phone || draft.customer.phone,
      email: email || draft.customer.email,
      notes: told || draft.customer.notes,
    },
  }
}
