import type { KeyScope } from './schema'

/** What the Developers page sees of a key. The key itself has an action of its own. */

export const KEY_EVENTS = ['created', 'rolled', 'revoked', 'revealed'] as const
export type KeyEventType = (typeof KEY_EVENTS)[number]

export type KeyEventView = {
  type: KeyEventType
  at: Date
  /** The seller's e-mail; null when the shop's own server needed a key and none was there. */
  by: string | null
}

export type KeyView = {
  id: string
  name: string
  /** SB-Tautan-server-abcd…wxyz */
  mask: string
  scopes: KeyScope[]
  createdAt: Date
  /** To the minute. */
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
  /** A new key took its place already. */
  isRolled: boolean
  /** Notifications are signed with this one now. */
  signs: boolean
  /** Newest first. */
  events: KeyEventView[]
}

/** A key that was just made: shown this once, later only for the password. */
export type NewKey = { id: string; key: string }
