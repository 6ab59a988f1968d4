import { randomUUID } from 'node:crypto'

/**
 * How an error is written. Midtrans' Payment Link API says `{"error_messages": […]}`, its Core API
 * (what acts on a transaction) `{"status_code": "…", "status_message": "…"}`.
 */
export type Dialect = 'link' | 'transaction'

export type Problem = { status: number; messages: string[] }

/** The body of an error. Midtrans' own 401 of payment links is a text where all others are lists. */
export function problemBody(dialect: Dialect, { status, messages }: Problem): Record<string, unknown> {
  if (dialect === 'link') return { error_messages: status === 401 ? messages[0] : messages }
  const [first = '', ...others] = messages
  const isValidation = status === 400
  return {
    status_code: String(status),
    status_message: isValidation ? 'One or more parameters in the payload is invalid.' : first,
    ...(isValidation ? { validation_messages: [first, ...others] } : {}),
    id: randomUUID(),
  }
}

export const UNAUTHORIZED: Record<Dialect, string> = {
  link: 'Access denied due to unauthorized request',
  transaction: 'Transaction cannot be authorized with the current client/server key.',
}
