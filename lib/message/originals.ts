import type { Locale } from '@/lib/i18n/locales'
import type { MessageKind } from './fields'
import en from './originals/en.json'
import id from './originals/id.json'

/**
 * Our own words for what a seller sends by hand; `ask`: about a proof of payment that matches no money. Their braces are fields, which
 * {@link fillMessage} fills in. So they stand beside the texts of the screens, whose braces the build compiles (next.config.js).
 */
export const ORIGINALS: Record<Locale, Record<MessageKind | 'ask', string>> = { en, id }
