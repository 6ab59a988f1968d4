import type { OwnMethod, PaymentMethod } from '@/lib/payment/methods'

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

/** A way to be paid, and the amounts that it takes, in rupiah. */
export type Offer = {
  method: PaymentMethod
  minimum: number
  maximum: number
  /** Of the shop's own ways: which of its accounts. */
  account?: OfferedAccount
}

export type OfferedAccount = { id: string; label: string }

export const RECEIVING_EVENTS = ['created', 'changed', 'limits_changed', 'turned_on', 'turned_off', 'deleted'] as const
export type ReceivingEventType = (typeof RECEIVING_EVENTS)[number]

/** What an account was at one moment. */
export type AccountState = Pick<ReceivingAccount, 'label' | 'details' | 'isOn' | 'minimumAmount' | 'maximumAmount'>

export const stateOf = ({ label, details, isOn, minimumAmount, maximumAmount }: AccountState): AccountState => ({ label, details, isOn, minimumAmount, maximumAmount })

const targetOf = ({ label, details }: Pick<AccountState, 'label' | 'details'>): string => JSON.stringify([label, Object.entries(details).sort()])

/** Whether customers pay to the same, under the same name. The name of a method follows the shop's language and says nothing. */
export function isSameTarget(one: Pick<AccountState, 'label' | 'details'>, other: Pick<AccountState, 'label' | 'details'>): boolean {
  const named = (state: Pick<AccountState, 'label' | 'details'>) => targetOf(state.details.kind === 'custom' ? state : { ...state, label: '' })
  return named(one) === named(other)
}

export type ReceivingEvent = { type: ReceivingEventType; at: Date; by: string | null; before: AccountState | null; now: AccountState | null }

export type AccountWithHistory = ReceivingAccount & { events: ReceivingEvent[] }

/** What a shop needs before its first real link. */
export type LiveSetup = { shopName: string; hasName: boolean; hasWay: boolean; hasPhone: boolean }

export const isReady = ({ hasName, hasWay }: LiveSetup): boolean => hasName && hasWay
