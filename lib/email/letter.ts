import type { Locale } from '@/lib/i18n/locales'
import type { MessageValues } from '@/lib/message/fields'
import type { Shades, Theme } from '@/lib/shop/profile/accent'

export type LabelledText = { label: string; value: string }

/** What an e-mail says, before it is drawn: HTML and plain text are made of the same. All of it is text, none of it markup. */
export type Letter = {
  locale: Locale
  subject: string
  /** What a mailbox shows beside the subject. */
  preheader: string
  /** Whose letterhead it bears: the shop's, or the product's. */
  sender: string
  /** A whole address; null: the sender's initial stands there. */
  logo: string | null
  /** Null: ours. */
  accent: Record<Theme, Shades> | null
  /** No money moved: said in the subject and above everything else. */
  isTest: boolean
  /** The state of things in a word. */
  badge: { tone: 'ok' | 'warn' | 'bad' | 'neutral'; text: string } | null
  title: string
  /** The shop's own words above what the letter says, a paragraph each. */
  greeting: string[]
  intro: string
  amount: LabelledText | null
  /** Numbers that are typed or copied elsewhere: in large, evenly spaced digits. */
  codes: LabelledText[]
  facts: LabelledText[]
  action: { label: string; url: string } | null
  /** A second, quieter way on. */
  more: { label: string; url: string } | null
  closing: string[]
  /** The shop's own words below it. */
  signOff: string[]
  /** `Any questions? Ask Toko Melati:` and the number, which is a link where WhatsApp knows it. */
  contact: { text: string; phone: string; url: string | null } | null
  /** Why the reader gets this. */
  footer: string
  /** What the shop's own words may name. */
  values: MessageValues
}
