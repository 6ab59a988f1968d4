import type { Locale } from '@/lib/i18n/locales'
import type { DocumentKind } from './rules'
import type { ScriptNames } from './runs'

export type Line = { item: string; detail: string; quantity: string; price: string; amount: string }
export type Total = { label: string; value: string; isStrong?: boolean }

/** A paper before it is drawn: all of it is text, in one language. */
export type PaperDocument = {
  kind: DocumentKind
  locale: Locale
  title: string
  /** No money moves: printed above everything. */
  testRibbon: string | null
  status: { text: string; tone: 'ok' | 'warn' | 'neutral' }
  shop: { name: string; lines: string[]; logo: Buffer | null; accent: string | null }
  customer: { label: string; lines: string[] }
  facts: { label: string; value: string }[]
  columns: Record<'item' | 'quantity' | 'price' | 'amount', string>
  lines: Line[]
  totals: Total[]
  refunds: { heading: string; rows: Total[]; rest: Total } | null
  notes: string[]
  action: { label: string; url: string }
  /** Null: nothing to thank for. */
  closing: string | null
  page: (number: number, of: number) => string
  /** Said at the foot when something could only be named. */
  unprintable: string
  scripts: ScriptNames
  at: Date
}
