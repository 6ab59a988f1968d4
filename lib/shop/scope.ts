import 'server-only'
import type { Mode } from './mode'

export type { Mode } from './mode'

declare const minted: unique symbol

/**
 * Whose data a store function may touch. Only {@link mintScope} makes one, and only signing in
 * (lib/auth) calls it: a function that takes a scope cannot be reached without knowing who asks.
 */
export type MerchantScope = {
  readonly merchantId: string
  readonly mode: Mode
  /** Who acts, for the history; null for the shop's own server. */
  readonly userId: string | null
  readonly [minted]: true
}

export function mintScope(facts: { merchantId: string; mode: Mode; userId: string | null }): MerchantScope {
  return facts as MerchantScope
}
