import type { CustomFieldLabels } from './schema'

export type ShopAddress = { street: string; city: string; province: string; postalCode: string }

/** Empty text: not told. */
export type ShopProfileView = {
  supportEmail: string
  website: string
  instagram: string
  address: ShopAddress
  thankYou: string
  /** `#rrggbb`; null: ours. */
  accentColor: string | null
  /** Where the logo lies, relative to this server; null: none. */
  logo: string | null
  customFieldLabels: CustomFieldLabels
}

/** Why a logo is not taken. */
export const LOGO_PROBLEMS = ['tooLarge', 'notAPicture', 'moves', 'tooManyPixels', 'broken', 'heic', 'tooOften', 'busy'] as const
export type LogoProblem = (typeof LOGO_PROBLEMS)[number]

/** What a seller may send, in bytes. */
export const MAX_LOGO_BYTES = 5 * 1024 * 1024
