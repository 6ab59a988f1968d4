/**
 * What a shop's page is told about a customer who comes back (Midtrans: finish, unfinish and error
 * redirect). Hints for what to show first, never proof: anybody can type them into an address.
 */
export type ReturnHint = { orderId: string; statusCode: '200' | '201' | '202'; transactionStatus: 'settlement' | 'authorize' | 'pending' | 'deny' | 'cancel' | 'expire' }

const NAMES = new Set(['order_id', 'status_code', 'transaction_status'])

/**
 * A shop's stored address with the hint merged into its query: what is there stays as it was
 * written, byte for byte, except earlier values of the three names; so does the fragment.
 * @returns null for what is no web address: nothing else may stand in a link of the payment page
 */
export function returnUrl(stored: string, { orderId, statusCode, transactionStatus }: ReturnHint): string | null {
  const url = URL.parse(stored)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const kept = url.search.slice(1).split('&').filter((pair) => pair !== '' && !NAMES.has(nameOf(pair)))
  const hint = new URLSearchParams({ order_id: orderId, status_code: statusCode, transaction_status: transactionStatus })
  url.search = [...kept, hint.toString()].join('&')
  return url.href
}

function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}
