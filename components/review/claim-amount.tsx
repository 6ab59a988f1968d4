import { useTranslations } from 'next-intl'
import type { Currency } from '@/lib/money/money'
import { formatMoney } from '@/lib/money/format-money'

type Props = { amount: number; uniqueCode: number; currency: Currency }

/** The last three digits tell this payment from all others: they stand out. */
export function ClaimAmount({ amount, uniqueCode, currency }: Props) {
  const t = useTranslations('review')
  const text = formatMoney(amount, currency)
  const head = text.slice(0, -3)
  return (
    <>
      <p className="text-xl font-bold tracking-tight tabular-nums">
        {uniqueCode === 0 ? text : <>{head}<span className="rounded-sm bg-accent-soft px-0.5 text-on-accent-soft">{text.slice(-3)}</span></>}
      </p>
      {uniqueCode !== 0 && <p className="text-sm text-muted tabular-nums">{t(uniqueCode > 0 ? 'code' : 'codeTakenOff', { code: String(Math.abs(uniqueCode)) })}</p>}
    </>
  )
}
