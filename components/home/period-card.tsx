import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { useCountText } from '@/components/ui/use-count-text'
import type { PeriodNumbers, Sum } from '@/lib/home/views'

type PeriodCardProps = { title: string; hint?: string; numbers: PeriodNumbers }

/** What came in within a period, large, and what is still to come. */
export function PeriodCard({ title, hint, numbers: { started, paid, paidSums, pending, pendingSums } }: PeriodCardProps) {
  const t = useTranslations('home')
  const countText = useCountText()
  const shown = (count: number) => ({ count, shown: countText(count) })
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <CardTitle>{title}</CardTitle>
        {hint && <p className="text-xs text-muted">{hint}</p>}
      </div>
      <p className="mt-3 text-sm text-muted">{t('in')}</p>
      <div className="min-h-9">
        {paidSums.length === 0 && <p className="text-xl font-bold text-muted">{t('nothingIn')}</p>}
        {paidSums.map(({ currency, amount }) => (
          <p key={currency} className="text-xl wrap-anywhere">
            <Money amount={amount} currency={currency} className="font-bold" />
          </p>
        ))}
      </div>
      <p className="mt-1 text-sm">{t('paidCount', shown(paid))}</p>
      <div className="mt-3 grid gap-1 border-t pt-3 text-sm text-muted">
        <p>{t('startedCount', shown(started))}</p>
        <p>
          {t('pendingCount', shown(pending))}
          {pending > 0 && <Sums sums={pendingSums} />}
        </p>
      </div>
    </Card>
  )
}

function Sums({ sums }: { sums: readonly Sum[] }) {
  return sums.map(({ currency, amount }) => (
    <span key={currency}>
      {' · '}
      <Money amount={amount} currency={currency} />
    </span>
  ))
}
