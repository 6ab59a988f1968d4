import type { PaymentMethod } from '@/lib/payment/methods'
import type { Messages } from '@/lib/i18n/messages'

export type Guide = keyof Messages['checkout']['guides']

/** The ways to pay a code, the likeliest first. Each has a title and one line a step in the messages. */
export const GUIDES = {
  other_qris: ['qris'],
  gopay: ['gopay'],
  shopeepay: ['shopeepay'],
  bca_va: ['bcaMobile', 'bcaAtm'],
  bni_va: ['bniMobile', 'bniAtm'],
  bri_va: ['brimo', 'briAtm'],
  echannel: ['livin', 'mandiriAtm'],
  permata_va: ['permataMobile', 'permataOther'],
  credit_card: [],
  indomaret: ['indomaret'],
  alfamart: ['alfamart'],
  own_qris: ['qris'],
  own_transfer: [],
  cod: [],
  custom: [],
} as const satisfies Record<PaymentMethod, readonly Guide[]>
