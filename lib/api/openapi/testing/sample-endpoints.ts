import { z } from 'zod'
import { answer, endpoint, type Endpoint } from '../../endpoint'

/** Two operations with a bit of everything, for the tests of what is made from operations. */

const parcel = z.object({
  id: z.int().meta({ description: 'Number of the parcel.', examples: [7] }),
  weight: z.int().min(1).max(1000).meta({ description: 'Grams.', examples: [250] }),
  label: z.string().max(40).nullable().meta({ description: 'What stands on it.', examples: ['Fragile'] }),
})

const sendParcel = endpoint({
  operationId: 'sendParcel',
  method: 'POST',
  path: '/v1/parcels/{order_id}',
  tag: 'Payment links',
  summary: 'Send a parcel',
  description: 'Sends it.',
  scope: 'write',
  dialect: 'link',
  params: z.object({ order_id: z.string().min(1).meta({ description: 'Of which order.', examples: ['order-101'] }) }),
  query: z.object({}),
  body: z.object({
    weight: z.int().min(1).max(1000).meta({ description: 'Grams.', examples: [250] }),
    label: z.string().max(40).optional().meta({ description: 'What stands on it.' }),
  }),
  headers: { 'X-Append-Notification': 'More addresses.' },
  examples: { 'A light one': { weight: 250, label: "Sari's" } },
  responses: { 200: { description: 'Sent.', schema: parcel }, 409: { description: 'It was sent before.' } },
  handle: () => Promise.resolve(answer(200, { id: 7, weight: 250, label: null })),
})

const findParcels = endpoint({
  operationId: 'findParcels',
  method: 'GET',
  path: '/v2/parcels',
  tag: 'Transactions',
  summary: 'Find parcels',
  description: 'Finds them.',
  scope: 'read',
  dialect: 'transaction',
  params: z.object({}),
  query: z.object({ limit: z.coerce.number<string>().int().min(1).max(100).optional().meta({ description: 'How many at most.', examples: [20] }) }),
  responses: { 200: { description: 'Found.', schema: z.object({ parcels: z.array(parcel).meta({ description: 'The parcels.' }) }) } },
  handle: () => Promise.resolve(answer(200, { parcels: [] })),
})

export const sampleEndpoints = [sendParcel, findParcels] as unknown as readonly Endpoint[]
