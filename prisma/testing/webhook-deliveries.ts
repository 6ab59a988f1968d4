import { prisma } from '@/lib/database/client'
import type { JobData } from '@/lib/job/queues'
import { announceEvents } from '@/lib/notification/announce-events'
import { announce } from '@/lib/order/announce'
import type { MerchantScope } from '@/lib/shop/scope'
import { createEndpoint } from '@/lib/webhook/create-endpoint'
import { endpointSchema, type EndpointInput } from '@/lib/webhook/schema'
import { later, makeLink, makeOrder } from './factories'

export type MadeEndpoint = { id: string; secret: string }

export const endpointInput = (overrides: Partial<EndpointInput> = {}): EndpointInput =>
  endpointSchema.parse({ url: 'https://example.com/', description: '', events: [], retryPolicy: 'standard', ...overrides })

export async function makeEndpoint(scope: MerchantScope, overrides: Partial<EndpointInput> = {}): Promise<MadeEndpoint> {
  const made = await createEndpoint(scope, endpointInput(overrides), new Date())
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

export const eventsOf = async (orderId: string): Promise<JobData['order-event'][]> =>
  (await prisma.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ id }) => ({ eventId: String(id) }))

type PlannedJob = { id: string; data: JobData['webhook']; startAfter: Date; group: string }

/** The jobs of this delivery that wait, as pg-boss sees them. */
export const jobsOf = async (deliveryId: string): Promise<PlannedJob[]> =>
  await prisma.$queryRaw<PlannedJob[]>`
    SELECT id::text, data, start_after AS "startAfter", group_id AS "group" FROM pgboss.job
    WHERE name = 'webhook' AND data->>'deliveryId' = ${deliveryId} ORDER BY created_on, start_after`

export const deliveriesOf = async (endpointId: string) => await prisma.webhookDelivery.findMany({ where: { endpointId }, orderBy: { orderEventId: 'asc' } })

/** An order and what happened to it, told to whoever plans notifications. */
export async function paidOrder(scope: MerchantScope, link?: { slug: string }): Promise<string> {
  const at = new Date()
  const { slug } = link ?? (await makeLink(scope, { usageLimit: null }, at))
  const { id } = await makeOrder(slug, {}, at)
  await announce({ orderId: id, news: 'settle', actor: 'rail', at: later(at, 1) })
  await announceEvents(await eventsOf(id))
  return id
}

/** One endpoint with one delivery waiting for it. */
export async function oneDelivery(scope: MerchantScope, overrides: Partial<EndpointInput> = {}): Promise<{ endpoint: MadeEndpoint; deliveryId: string; job: JobData['webhook'] }> {
  const endpoint = await makeEndpoint(scope, { events: ['order.paid'], ...overrides })
  await paidOrder(scope)
  const [delivery] = await deliveriesOf(endpoint.id)
  if (!delivery) throw new Error('nothing was planned')
  return { endpoint, deliveryId: delivery.id, job: { deliveryId: delivery.id, attempt: 1 } }
}
