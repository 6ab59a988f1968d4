'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { draftRange, draftTotal, isPossibleTotal, type LinkDraft } from './link-draft'
import { useAmountText } from './use-amount-text'

type DraftPrice = {
  /** `Rp 85.000`, or what customers may choose between. */
  text: string
  /** From the smallest to the largest that may be paid; null while there is nothing to pay. */
  range: { amount: number; upTo: number } | null
}

/** What the link costs, as far as it is typed. */
export function useDraftPrice(): DraftPrice {
  const amountText = useAmountText()
  const { control } = useFormContext<LinkDraft>()
  const [items, currency, isOpenAmount, bounds] = useWatch({ control, name: ['items', 'currency', 'isOpenAmount', 'openAmount'] })
  const openAmount = isOpenAmount ? draftRange(bounds, currency) : null
  const amount = draftTotal(items, currency)
  const range = openAmount ? { amount: openAmount.minimum, upTo: openAmount.maximum } : { amount, upTo: amount }
  return { text: amountText({ amount, currency, openAmount }), range: openAmount || isPossibleTotal(amount) ? range : null }
}
