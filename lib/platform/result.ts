/** Names a text of `messages/*.json` under `errors`; text itself is written where it is read. */
export type MessageKey = string

/** Messages beside their fields, by path: `items.0.price`. */
export type FieldErrors = Record<string, MessageKey>

/** What a caller can act on. What nobody can act on is thrown. */
export type AppError =
  | { kind: 'invalid'; fields: FieldErrors }
  | { kind: 'notFound' }
  | { kind: 'forbidden' }
  | { kind: 'unauthenticated' }
  | { kind: 'conflict'; message: MessageKey }
  | { kind: 'rateLimited'; retryAfterSeconds: number }
  | { kind: 'railUnavailable' }
  | { kind: 'unexpected' }

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export const success = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const failure = (error: AppError): { ok: false; error: AppError } => ({ ok: false, error })
export const invalid = (fields: FieldErrors) => failure({ kind: 'invalid', fields })
export const notFound = () => failure({ kind: 'notFound' })
