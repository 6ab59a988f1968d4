import type { Candidate } from './candidates'
import type { Doubt } from './rules'
import type { CreditState } from './schema'

export type CreditSource = 'statement' | 'endpoint'

/** Money before it is written; whole rupiah. */
export type NewMovement = {
  fingerprint: string
  /** The beginning of the bank's day where it tells no time. */
  at: Date
  hasTime: boolean
  amount: number
  description: string
}

export type CreditView = {
  id: string
  accountLabel: string
  source: CreditSource
  amount: number
  at: Date
  hasTime: boolean
  description: string
  state: CreditState
  doubt: Doubt | null
  /** A seller ignored it, and may take that back. */
  canReopen: boolean
  order: { id: string; orderId: string; customerName: string } | null
  createdAt: Date
}

/** Money that only the seller can tell whose it is. */
export type WaitingCredit = CreditView & { candidates: Candidate[] }

export type CreditPage = { credits: CreditView[]; next: string | null }
export type WaitingPage = { credits: WaitingCredit[]; next: string | null }

/** What came of a statement or a call. */
export type MoneyResult = {
  /** Credits that were told. */
  received: number
  /** Not known before. */
  added: number
  confirmed: number
  /** Of orders that the seller had confirmed before. */
  attached: number
  waiting: number
  reversed: number
}

export type MoneyAccount = {
  id: string
  label: string
  kind: 'bank' | 'qris'
  /** Bank and number, or the QRIS name. */
  name: string
  /** Null for QRIS. */
  bank: string | null
  number: string | null
  mapping: unknown
  secretChangedAt: Date | null
  lastReceivedAt: Date | null
}
