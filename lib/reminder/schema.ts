import { z } from 'zod'

/** Whole hours from 1 to a week; null: never. */
const hours = z.union([
  z.null(),
  z.string({ error: 'reminderHours' }).trim().regex(/^\d{1,3}$/, 'reminderHours').transform(Number).refine((value) => value >= 1 && value <= 168, 'reminderHours'),
], { error: 'reminderHours' })

export const remindersSchema = z.strictObject({
  /** Before a link ends that its customer has not paid. */
  linkEndingHours: hours,
  /** After an order was placed and not paid. */
  unpaidOrderHours: hours,
  /** Shortly before an order's time to pay is over. */
  warnsOrders: z.boolean({ error: 'unknownField' }),
})
export type RemindersInput = z.input<typeof remindersSchema>
export type Reminders = z.output<typeof remindersSchema>

/** Of a shop that never decided: nobody gets mail that its seller does not know of. */
export const DEFAULT_REMINDERS: Reminders = { linkEndingHours: null, unpaidOrderHours: null, warnsOrders: true }
