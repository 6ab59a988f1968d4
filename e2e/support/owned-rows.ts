import { callAction } from './actions'
import { query } from './database'

/** A row of each kind for a shop: what another shop must neither see nor change. */

/** A name that leads nowhere (RFC 2606). */
export const webhook = { url: 'https://rahasia.invalid/', description: '', events: [], retryPolicy: 'standard' }
export const newKey = { name: 'Rahasia', scopes: ['read'], lastDay: '' }
export const savedView = { list: 'orders', name: 'Rahasia toko', query: 'q=sari' }

/** "I have paid" for an order, as its customer says it. */
export async function makeClaim({ merchantId }: { merchantId: string }, orderId: string): Promise<string> {
  const [claim] = await query<{ id: string }>(
    "INSERT INTO payment_claims (id, merchant_id, mode, order_id, opened_at, sent_at) VALUES (gen_random_uuid(), $1, 'test', $2, now(), now()) RETURNING id",
    [merchantId, orderId],
  )
  return claim?.id ?? ''
}

export const makeTemplate = (seller: { cookie: string }) => idMadeBy('saveTemplateAction', { name: 'RAHASIA', content: { title: 'RAHASIA' } }, seller)

/** One that waits for its time. */
export async function makeLinkMessage({ merchantId }: { merchantId: string }, linkId: string): Promise<string> {
  const [message] = await query<{ id: string }>(
    "INSERT INTO link_messages (id, merchant_id, mode, link_id, channel, kind, \"to\", scheduled_at, is_timed, created_at) VALUES (gen_random_uuid(), $1, 'test', $2, 'sms', 'link', '+6281234567890', now() + interval '1 day', true, now()) RETURNING id",
    [merchantId, linkId],
  )
  return message?.id ?? ''
}

export const makeView = (seller: { cookie: string }) => idMadeBy('saveViewAction', savedView, seller)

/** An import, a deleting change that deleted a link, and an export: over already. */
export async function makeManyAtOnce({ merchantId }: { merchantId: string }, linkId: string): Promise<{ importing: string; deletion: string; exporting: string }> {
  const [made] = await query<{ importing: string; deletion: string; exporting: string }>(
    `WITH i AS (INSERT INTO link_imports (id, merchant_id, mode, submission_id, file_name, fingerprint, time_zone, state, row_count, created_at, finished_at)
        VALUES (gen_random_uuid(), $1, 'test', gen_random_uuid(), 'rahasia.csv', repeat('a', 64), 'Asia/Jakarta', 'done', 0, now(), now()) RETURNING id),
      d AS (INSERT INTO bulk_changes (id, merchant_id, mode, submission_id, change, target, cancels_orders, state, total_count, changed_count, created_at, finished_at)
        VALUES (gen_random_uuid(), $1, 'test', gen_random_uuid(), 'delete', '{}', false, 'done', 1, 1, now(), now()) RETURNING id),
      l AS (INSERT INTO bulk_change_links (change_id, link_id, has_open_orders) SELECT id, $2, false FROM d),
      e AS (INSERT INTO data_exports (id, merchant_id, mode, submission_id, kind, format, columns, filter, locale, time_zone, state, created_at, finished_at)
        VALUES (gen_random_uuid(), $1, 'test', gen_random_uuid(), 'links', 'csv', '{orderId}', '{}', 'id', 'Asia/Jakarta', 'done', now(), now()) RETURNING id)
     SELECT i.id AS importing, d.id AS deletion, e.id AS exporting FROM i, d, e`,
    [merchantId, linkId],
  )
  if (!made) throw new Error('nothing was made')
  return made
}

export const makeKey = (seller: { cookie: string }) => idMadeBy('createServerKeyAction', newKey, seller)

export async function makeAccount({ merchantId }: { merchantId: string }): Promise<string> {
  const [account] = await query<{ id: string }>(
    "INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at) VALUES (gen_random_uuid(), $1, 'bank', 'BCA', $2, now(), now()) RETURNING id",
    [merchantId, { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Rahasia' }],
  )
  return account?.id ?? ''
}

/** A line of the request log, as a call of the API leaves it. */
export async function makeCall({ merchantId }: { merchantId: string }): Promise<string> {
  const [call] = await query<{ id: string }>(
    "INSERT INTO api_calls (id, merchant_id, mode, key_id, method, path, status, duration_ms, at) VALUES (gen_random_uuid(), $1, 'test', gen_random_uuid(), 'GET', '/v1/payment-links/RAHASIA', 200, 5, now()) RETURNING id",
    [merchantId],
  )
  return call?.id ?? ''
}

export const makeEndpoint = (seller: { cookie: string }) => idMadeBy('createEndpointAction', webhook, seller)

/** Does what the seller's browser would, and tells the id of what was made. */
async function idMadeBy(action: string, input: object, seller: { cookie: string }): Promise<string> {
  const { result, body } = await callAction(action, input, seller)
  if (!result?.ok) throw new Error(`${action} made nothing: ${body}`)
  return (result.value as { id: string }).id
}
