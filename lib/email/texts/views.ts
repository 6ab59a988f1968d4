import type { Locale } from '@/lib/i18n/locales'
import type { Letterhead } from '../store'
import type { CustomerLetter } from './letters'

/** A shop's own words for one letter in one language; null: ours. */
export type OwnWords = { letter: CustomerLetter; locale: Locale; subject: string | null; greeting: string | null; closing: string | null }

/** How a shop's letters to customers look and sound. */
export type ShopLetters = {
  head: Letterhead
  /** Where its logo lies: a whole address; null: none. */
  logo: string | null
  /** `#rrggbb`; null: ours. */
  accentColor: string | null
  /** Letters that it does not want sent. */
  muted: string[]
  words: OwnWords[]
}

/** One letter for the editor; empty words: ours. */
export type LetterView = { letter: CustomerLetter; locale: Locale; subject: string; greeting: string; closing: string }

export type LetterSettingsView = { senderName: string; replyTo: string; muted: string[]; letters: LetterView[] }

export type LetterPreview = { subject: string; html: string }
