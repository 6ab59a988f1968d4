/** What the request log shows of a call. */
export type CallView = {
  id: string
  method: string
  /** With the query, without the host. */
  path: string
  status: number
  durationMs: number
  at: Date
  keyName: string
}

export type CallPage = { calls: CallView[]; next: string | null }

/** Bodies are without personal data; null: none, or none that could be read. */
export type CallDetails = CallView & {
  idempotencyKey: string | null
  userAgent: string | null
  requestBody: unknown
  responseBody: unknown
}
