import { z } from 'zod'
import { deliveryFilterSchema } from '@/lib/webhook/schema'

/** What stands in the address of a webhook's page. Anything unreadable falls back, an address never fails. */
export const deliveryAddressSchema = z.object(deliveryFilterSchema.omit({ endpointId: true }).shape)
export type DeliveryAddress = z.output<typeof deliveryAddressSchema>
