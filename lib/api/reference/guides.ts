import type { Language } from './samples'

export type GuideSamples = Partial<Record<Language, string>>

/** Programs of the guides; a test runs those in Node and Python. They read what arrives from standard input or a variable, and print. */

export const STRIP_SUFFIX: GuideSamples = {
  node: `// 'order-101-1763614800000' → 'order-101'
const linkOrderId = (orderId) => orderId.slice(0, orderId.lastIndexOf('-'))`,
  php: `<?php
// 'order-101-1763614800000' → 'order-101'
function link_order_id(string $orderId): string {
    return substr($orderId, 0, strrpos($orderId, '-'));
}`,
  python: `# 'order-101-1763614800000' → 'order-101'
def link_order_id(order_id):
    return order_id.rsplit("-", 1)[0]`,
}

export const VERIFY_SIGNATURE: GuideSamples = {
  node: `import { createHash, timingSafeEqual } from 'node:crypto'

/** body: the notification, parsed. serverKey: yours, of the same mode. */
export function isGenuine(body, serverKey) {
  const { order_id, status_code, gross_amount, signature_key } = body
  const expected = createHash('sha512').update(order_id + status_code + gross_amount + serverKey).digest()
  const given = Buffer.from(String(signature_key), 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}`,
  php: `<?php
// $body: the notification, json_decode($raw, true). $serverKey: yours, of the same mode.
function is_genuine(array $body, string $serverKey): bool {
    $text = $body['order_id'] . $body['status_code'] . $body['gross_amount'] . $serverKey;
    return hash_equals(hash('sha512', $text), (string) $body['signature_key']);
}`,
  python: `import hashlib
import hmac

# body: the notification, json.loads(raw). server_key: yours, of the same mode.
def is_genuine(body, server_key):
    text = body["order_id"] + body["status_code"] + body["gross_amount"] + server_key
    expected = hashlib.sha512(text.encode()).hexdigest()
    return hmac.compare_digest(expected, str(body["signature_key"]))`,
}

export const MIDTRANS_CLIENT = (baseUrl: string): string => `const { CoreApi } = require('midtrans-client')

const core = new CoreApi({ isProduction: false, serverKey: 'YOUR_SERVER_KEY' })
core.apiConfig.getCoreApiBaseUrl = () => '${baseUrl}'

// Payment links have no method of their own there:
await core.httpClient.request('post', 'YOUR_SERVER_KEY', '${baseUrl}/v1/payment-links', {
  transaction_details: { order_id: 'order-101', gross_amount: 85000 },
})
await core.transaction.status('order-101-1763614800000')`
