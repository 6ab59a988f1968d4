import 'server-only'
import { execute } from '@/lib/database/sql'
import type { Mode } from '@/lib/shop/scope'

export type ApiCallEntry = {
  id: string
  merchantId: string
  mode: Mode
  keyId: string
  method: string
  path: string
  status: number
  durationMs: number
  idempotencyKey: string | null
  userAgent: string | null
  /** Without personal data. */
  requestBody: unknown
  responseBody: unknown
  at: Date
}

export async function insertCalls(calls: readonly ApiCallEntry[]): Promise<void> {
  const rows = calls.map(({ requestBody, responseBody, ...call }) => ({ ...call, request_body: requestBody, response_body: responseBody }))
  await execute`
    INSERT INTO api_calls (id, merchant_id, mode, key_id, method, path, status, duration_ms, idempotency_key, user_agent, request_body, response_body, at)
    SELECT id, "merchantId", mode, "keyId", method, path, status, "durationMs", "idempotencyKey", "userAgent", request_body, response_body, at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS calls (id uuid, "merchantId" uuid, mode mode, "keyId" uuid, method text, path text,
      status int, "durationMs" int, "idempotencyKey" text, "userAgent" text, request_body jsonb, response_body jsonb, at timestamptz)`
}
