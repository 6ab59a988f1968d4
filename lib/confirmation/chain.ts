import { createHash } from 'node:crypto'

/** One row of the log of manual confirmations, before its hash. */
export type ConfirmationFacts = {
  merchantId: string
  number: number
  /** Null: money that is for no order. */
  orderId: string | null
  type: string
  actorId: string | null
  facts: Record<string, unknown>
  at: Date
  previousHash: string
}

/** Before the first row. */
export const NO_HASH = '0'.repeat(64)

/** SHA-256 over the row and the hash of the row before: changing, removing or reordering any row breaks every later one. */
export function hashOf({ merchantId, number, orderId, type, actorId, facts, at, previousHash }: ConfirmationFacts): string {
  return createHash('sha256').update(canonical([previousHash, merchantId, number, orderId, type, actorId, facts, at.toISOString()])).digest('hex')
}

/** JSON with sorted names, as the database may give them back in another order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
