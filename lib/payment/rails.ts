import 'server-only'
import type { Mode } from '@/lib/shop/scope'
import type { PaymentMethod } from './methods'
import type { Rail } from './port'
import { simulator } from './simulator'

/** The rails of a mode. Live mode has none yet. */
const RAILS = { test: [simulator], live: [] } as const satisfies Record<Mode, readonly Rail[]>

export function railsOf(mode: Mode): readonly Rail[] {
  return RAILS[mode]
}

export function railFor(mode: Mode, method: PaymentMethod): Rail | undefined {
  return railsOf(mode).find(({ methods }) => methods.includes(method))
}
