import { z } from 'zod'
import { line } from '@/lib/platform/text'

/** Public names of what can happen to an order: what an endpoint subscribes to and reads in `event_type`. */
export const EVENT_TYPES = [
  'order.pending',
  'order.authorized',
  'order.in_review',
  'order.paid',
  'order.paid_late',
  'order.denied',
  'order.cancelled',
  'order.expired',
  'order.partially_refunded',
  'order.refunded',
] as const

/** What the test button sends; nobody subscribes to it. */
export const TEST_EVENT = 'webhook.test'

export const RETRY_POLICIES = ['standard', 'midtrans'] as const

export const ENDPOINT_URL_MAX = 2_048

/** An address that can be posted to. Where its name leads is checked with every connection: lib/platform/outgoing-address.ts. */
const endpointUrl = z
  .string({ error: 'text' })
  .trim()
  .min(1, 'required')
  .max(ENDPOINT_URL_MAX, 'webhookUrlLong')
  .refine((value) => postableUrl(value) !== null, 'webhookUrl')
  // As the parser wrote it (which may be longer), so that what is shown is what is called.
  .transform((value) => postableUrl(value)?.href ?? value)
  .refine((value) => value.length <= ENDPOINT_URL_MAX, 'webhookUrlLong')

export const endpointSchema = z.strictObject({
  url: endpointUrl,
  description: line({ max: 100 }),
  /** Empty: all. */
  events: z
    .array(z.enum(EVENT_TYPES, { error: 'unknownField' }))
    .max(EVENT_TYPES.length)
    .transform((types) => EVENT_TYPES.filter((type) => types.includes(type))),
  retryPolicy: z.enum(RETRY_POLICIES, { error: 'unknownField' }),
})
export type EndpointInput = z.input<typeof endpointSchema>
export type EndpointValues = z.output<typeof endpointSchema>

export const changeEndpointSchema = endpointSchema.extend({ id: z.uuid() })

/** Hours that the old secret goes on signing beside the new one. */
export const KEEP_HOURS = [0, 24, 72] as const

export const rotateSecretSchema = z.strictObject({
  id: z.uuid(),
  keepHours: z.union([z.literal(0), z.literal(24), z.literal(72)], { error: 'unknownField' }),
})

export const DELIVERY_STATES = ['pending', 'succeeded', 'failed'] as const

export const deliveryFilterSchema = z.strictObject({
  endpointId: z.uuid(),
  state: z.enum(DELIVERY_STATES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
})
export type DeliveryFilter = z.output<typeof deliveryFilterSchema>

export const resendSinceSchema = z.strictObject({
  endpointId: z.uuid(),
  /** A wall-clock time in the shop's time zone, as `datetime-local` gives it, or an instant (2026-11-20T05:00:00Z). */
  since: z
    .string({ error: 'dateTime' })
    .min(1, 'required')
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/, 'dateTime'),
  onlyFailed: z.boolean(),
})
export type ResendSinceInput = z.input<typeof resendSinceSchema>

/** The address as a parser reads it; null for other schemes, and with a user name or password, which would end up in logs. */
export function postableUrl(text: string): URL | null {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '' || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url
}
