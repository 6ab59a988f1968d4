import { FIELD_PATTERN, type MessageField } from '@/lib/message/fields'
import type { EmailTemplate } from '../schema'

/** What customers are sent, in the order of an order's life. */
export const CUSTOMER_LETTERS = [
  'linkCreated', 'linkReminder', 'paymentInstructions', 'paymentReminder', 'expiryWarning', 'receipt', 'refund', 'paidLate', 'paymentNotFound',
] as const satisfies readonly EmailTemplate[]
export type CustomerLetter = (typeof CUSTOMER_LETTERS)[number]

export const isCustomerLetter = (template: EmailTemplate): template is CustomerLetter => (CUSTOMER_LETTERS as readonly EmailTemplate[]).includes(template)

/** Those that a shop may switch off here. Whoever's money came late or was not found has to hear it. */
export const OPTIONAL_LETTERS = ['linkCreated', 'paymentInstructions', 'receipt', 'refund'] as const satisfies readonly CustomerLetter[]
export type OptionalLetter = (typeof OPTIONAL_LETTERS)[number]

/** Those that the clock sends: the shop's reminders (`lib/reminder`) alone say whether and when. */
export const REMINDER_LETTERS = ['linkReminder', 'paymentReminder', 'expiryWarning'] as const satisfies readonly CustomerLetter[]
export type ReminderLetter = (typeof REMINDER_LETTERS)[number]

/**
 * What a shop's own words may name. Never what a customer typed about themselves: whoever orders can
 * type anything and somebody else's address. A link's customer was named by the seller.
 */
export const LETTER_FIELDS = {
  linkCreated: ['name', 'shop', 'item', 'amount', 'deadline'],
  linkReminder: ['name', 'shop', 'item', 'amount', 'deadline'],
  paymentInstructions: ['shop', 'item', 'amount', 'order', 'deadline'],
  paymentReminder: ['shop', 'item', 'amount', 'order', 'deadline'],
  expiryWarning: ['shop', 'item', 'amount', 'order', 'deadline'],
  receipt: ['shop', 'item', 'amount', 'order'],
  refund: ['shop', 'item', 'amount', 'order'],
  paidLate: ['shop', 'item', 'amount', 'order'],
  paymentNotFound: ['shop', 'item', 'amount', 'order', 'deadline'],
} as const satisfies Record<CustomerLetter, readonly MessageField[]>

/** Words in braces that this letter has no value for, as they were typed. */
export function unknownLetterFields(letter: CustomerLetter, text: string): string[] {
  const known: readonly string[] = LETTER_FIELDS[letter]
  return [...text.matchAll(FIELD_PATTERN)].map(([, word = '']) => word).filter((word) => !known.includes(word))
}
