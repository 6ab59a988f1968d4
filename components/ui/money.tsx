import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { cn } from './cn'

/** @param amount in minor units */
export function Money({ amount, currency, className }: { amount: number; currency: Currency; className?: string }) {
  return <span className={cn('font-semibold whitespace-nowrap tabular-nums', className)}>{formatMoney(amount, currency)}</span>
}
