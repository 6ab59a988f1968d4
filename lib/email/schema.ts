import { z } from 'zod'

export const EMAIL_STATES = ['pending', 'sent', 'kept', 'failed'] as const
export type EmailState = (typeof EMAIL_STATES)[number]

export const EMAIL_TEMPLATES = [
  'linkCreated', 'paymentInstructions', 'expiryWarning', 'receipt', 'refund', 'paidLate', 'paymentNotFound',
  'sellerPaid', 'sellerNeedsLook', 'endpointDisabled', 'receivingAccountChanged', 'passwordReset', 'emailConfirmation',
  'linkReminder', 'paymentReminder',
] as const
export type EmailTemplate = (typeof EMAIL_TEMPLATES)[number]

/** One address that mail can go to, and nothing else: no list, no name, no line break. */
export const addressSchema = z.email().max(254)

/** The outbox's address. Anything unreadable falls back, an address never fails. */
export const outboxFilterSchema = z.object({
  state: z.enum(EMAIL_STATES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})
export type OutboxFilter = z.output<typeof outboxFilterSchema>

export const emailIdSchema = z.strictObject({ id: z.uuid() })
