import { randomBytes } from 'node:crypto'
import type { Located } from '../../lib/api/openapi/model'
import { call, makeKey, type ApiRequest } from './api'
import { order, submit } from './customer'
import { query } from './database'
import { makeSeller, type Seller } from './seller'

/** A shop whose server uses the API, with something for every operation to be about. */
export type ApiShop = { seller: Seller; key: string; link: { orderId: string; slug: string }; transaction: { id: string; orderId: string } }

export const someOrderId = (): string => `api-${randomBytes(6).toString('hex')}`

export async function makeApiShop(): Promise<ApiShop> {
  const seller = await makeSeller('Toko API')
  const key = await makeKey(seller.merchantId)
  const link = await makeApiLink(key)
  return { seller, key, link, transaction: await makeTransaction(link) }
}

export async function makeApiLink(key: string, more: Record<string, unknown> = {}): Promise<{ orderId: string; slug: string }> {
  const orderId = someOrderId()
  const { status, body, text } = await call({ key, method: 'POST', path: '/v1/payment-links', body: { transaction_details: { order_id: orderId, gross_amount: 85_000 }, usage_limit: 100, ...more } })
  if (status !== 200) throw new Error(`no link: ${status} ${text}`)
  return { orderId, slug: new URL((body as { payment_url: string }).payment_url).pathname.split('/').at(-1) ?? '' }
}

/** An order of the link, as its customer places it; with news from the simulator. */
export async function makeTransaction(link: { slug: string }, { method = 'other_qris', news = [] }: { method?: string; news?: string[] } = {}): Promise<{ id: string; orderId: string }> {
  const { location, status } = await order(link.slug, { method })
  if (status !== 303) throw new Error(`no order: ${status}`)
  for (const one of news) await submit(`${location}/simulate`, { news: one })
  const [row] = await query<{ id: string; order_id: string }>('SELECT o.id, o.order_id FROM orders o JOIN links l ON l.id = o.link_id WHERE l.slug = $1 ORDER BY o.number DESC LIMIT 1', [link.slug])
  if (!row) throw new Error('the order is not there')
  return { id: row.id, orderId: row.order_id }
}

/** A whole request for an operation: its path about these IDs, its body the first documented sample, with IDs that are free. */
export function requestOf({ method, path, operation }: Located, ids: { link: string; transaction: string }): Required<Pick<ApiRequest, 'method' | 'path'>> & { body?: unknown } {
  const filled = path.replace('{order_id}', encodeURIComponent(ids.link)).replace('{id}', encodeURIComponent(ids.transaction))
  const json = operation.requestBody?.content['application/json']
  if (!json) return { method, path: filled }
  return { method, path: filled, body: renamed(operation.operationId, Object.values(json.examples ?? {})[0]?.value ?? {}, ids) }
}

/** The sample with names that nobody has taken yet. */
export function renamed(operationId: string, sample: unknown, ids: { transaction: string }): unknown {
  const body = structuredClone(sample) as Record<string, unknown>
  const details = body['transaction_details'] as Record<string, unknown> | undefined
  if (operationId === 'createPaymentLink' && details) Object.assign(details, { order_id: someOrderId(), ...('payment_link_id' in details && { payment_link_id: someOrderId() }) })
  if (operationId.startsWith('refund')) body['refund_key'] = someOrderId()
  if ('transaction_id' in body) body['transaction_id'] = ids.transaction
  return body
}
