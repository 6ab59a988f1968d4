import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { MESSAGES } from '@/lib/i18n/messages'
import { ORIGINALS } from '@/lib/message/originals'
import type { RejectReason } from './schema'

/** What a seller says to a customer about a claim, in each language that customers order in: the seller may work in another. */
export type CustomerWords = Record<Locale, {
  /** With the fields of a message: name, shop, order, amount. */
  ask: string
  reasons: Record<RejectReason, string>
}>

/** For the review queue: two short texts and three reasons, where the page would otherwise load both languages whole. */
export function customerWords(): CustomerWords {
  return Object.fromEntries(LOCALES.map((locale) => [locale, { ask: ORIGINALS[locale].ask, reasons: MESSAGES[locale].checkout.claim.reasons }])) as CustomerWords
}
