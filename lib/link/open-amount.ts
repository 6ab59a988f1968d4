import { amountOf } from '@/lib/money/money'
import type { OpenAmount } from './views'

export type OpenAmountColumns = { minimumAmount: bigint | null; maximumAmount: bigint | null; presetAmount: bigint | null }

/** Null when the link's amount is fixed. */
export function openAmountOf({ minimumAmount, maximumAmount, presetAmount }: OpenAmountColumns): OpenAmount | null {
  if (minimumAmount === null || maximumAmount === null) return null
  return { minimum: amountOf(minimumAmount), maximum: amountOf(maximumAmount), preset: presetAmount === null ? null : amountOf(presetAmount) }
}
