import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'

type Priced = Pick<CheckoutOrder, 'amount' | 'uniqueCode' | 'currency'>

/** Why the amount is not the price: the code on a line of its own. */
export function CodeLines({ wording: { t }, order: { amount, uniqueCode, currency } }: { wording: Wording; order: Priced }) {
  if (uniqueCode === 0) return null
  const lines = [[t('own.price'), amount - uniqueCode], [t('own.uniqueCode'), uniqueCode], [t('own.total'), amount]] as const
  return (
    <dl className="border-t border-line px-4 py-2 text-sm">
      {lines.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4 py-1">
          <dt className="text-muted">{label}</dt>
          <dd className="tabular-nums">{formatMoney(value, currency)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The amount with the digits that make it this order's own standing out. */
export function CodedAmount({ order: { amount, uniqueCode, currency } }: { order: Priced }) {
  const text = formatMoney(amount, currency)
  const digits = uniqueCode === 0 ? '' : (/\d{1,3}$/.exec(text)?.[0] ?? '')
  return (
    <>
      {text.slice(0, text.length - digits.length)}
      {digits && <mark className="rounded-sm bg-warn-soft px-0.5 text-warn">{digits}</mark>}
    </>
  )
}
