import type { OwnMethod } from '@/lib/payment/methods'

export const RECEIVING_KINDS = ['bank', 'qris', 'cod', 'custom'] as const
export type ReceivingKind = (typeof RECEIVING_KINDS)[number]

export const METHOD_OF_KIND = { bank: 'own_transfer', qris: 'own_qris', cod: 'cod', custom: 'custom' } as const satisfies Record<ReceivingKind, OwnMethod>

/** What a customer pays to. The payload is the shop's own static code, as its CRC was checked. */
export type ReceivingDetails =
  | { kind: 'bank'; bank: string; number: string; holder: string }
  | { kind: 'qris'; payload: string; merchantName: string; city: string; nmid: string }
  | { kind: 'cod'; note: string }
  | { kind: 'custom'; text: string }

export type ReceivingAccount = {
  id: string
  /** What customers choose it by. */
  label: string
  details: ReceivingDetails
  isOn: boolean
  /** Of one payment, in minor units; null: as the method allows. */
  minimumAmount: number | null
  maximumAmount: number | null
  /** When what customers pay to last changed. */
  changedAt: Date
  createdAt: Date
}

/** Customers are warned this long after the account changed: swapped accounts are a known fraud. */
export const CHANGE_WARNING_MS = 24 * 60 * 60_000
