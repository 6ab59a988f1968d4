import 'server-only'
import type { Mode } from '@/lib/shop/scope'
import type { PaymentMethod } from './methods'
import { customWay, ownQris, ownTransfer, payOnDelivery } from './own-rails'
import type { Rail } from './port'
import { simulator } from './simulator'

/** The rails of a mode. */
const RAILS = { test: [simulator], live: [ownQris, ownTransfer, payOnDelivery, customWay] } as const satisfies Record<Mode, readonly Rail[]>

export function railsOf(mode: Mode): readonly Rail[] {
  return RAILS[mode]
}

export function railFor(mode: Mode, method: PaymentMethod): Rail | undefined {
  return railsOf(mode).find((rail) => rail.methods.includes(method))
}
