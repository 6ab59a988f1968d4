import { makeLink } from './actions'
import { order } from './customer'
import { query } from './database'
import { origin, type Seller } from './seller'

export type LiveOrder = { id: string; orderId: string; address: string; slug: string }

/** An order of real money on an account of the shop, with a unique code; as a customer's choice would make it. */
export async function placeLive(seller: Seller, { name = 'Sari Wulandari', phone = '0812-3456-7890', code = 3 } = {}): Promise<LiveOrder> {
  const { id: linkId, slug } = await makeLink(seller, { usageLimit: '5' })
  const { location: address } = await order(slug, { name, phone })
  const account = crypto.randomUUID()
  const details = { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Melati' }
  await query(
    `INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at) VALUES ($1, $2, 'bank', 'BCA Melati', $3, now() - interval '3 days', now() - interval '3 days')`,
    [account, seller.merchantId, JSON.stringify(details)],
  )
  await query(`UPDATE links SET mode = 'live' WHERE id = $1`, [linkId])
  const [row] = await query<{ id: string; orderId: string }>(
    `UPDATE orders SET mode = 'live', account_id = $2, unique_code = $3::int, amount = amount + $3::int WHERE token = $1 RETURNING id, order_id AS "orderId"`,
    [address.split('/').at(-1), account, code],
  )
  return { id: row?.id ?? '', orderId: row?.orderId ?? '', address, slug }
}

/** The seller's browser as it works on real money. */
export const liveCookie = (seller: Seller): string => `${seller.cookie}; mode=live`

export type Claimed = { status: number; body: string; location: string }

/** Sends the form of "I have paid" as a browser does. */
export async function sendClaim(
  { address }: Pick<LiveOrder, 'address'>,
  { proof, fields = {}, headers = { origin: origin() } }: { proof?: { content: Uint8Array; name?: string; type?: string }; fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Claimed> {
  const form = new FormData()
  if (proof) form.set('proof', new Blob([new Uint8Array(proof.content)], { type: proof.type ?? 'image/jpeg' }), proof.name ?? 'bukti.jpg')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const response = await fetch(`${origin()}${address}/claim`, { method: 'POST', redirect: 'manual', headers, body: form })
  return { status: response.status, body: await response.text(), location: response.headers.get('location') ?? '' }
}
