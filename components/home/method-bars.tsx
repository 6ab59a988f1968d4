import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { useCountText } from '@/components/ui/use-count-text'
import type { MethodNumbers } from '@/lib/home/views'

/** How customers paid: each method's share of the payments as a bar under its numbers. */
export function MethodBars({ methods }: { methods: readonly MethodNumbers[] }) {
  const t = useTranslations('home.methods')
  const countText = useCountText()
  const method = useTranslations('methods')
  const most = Math.max(...methods.map(({ count }) => count), 1)
  return (
    <Card className="min-w-0">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t('note')}</p>
      {methods.length === 0 && <p className="mt-4 text-sm text-muted">{t('empty')}</p>}
      <ul className="mt-4 grid gap-3.5">
        {methods.map(({ method: name, currency, count, amount }) => (
          <li key={`${name} ${currency}`}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span>{method(name)}</span>
              <span className="ml-auto text-right">
                <Money amount={amount} currency={currency} />
                <span className="text-muted"> · {t('row', { count, shown: countText(count) })}</span>
              </span>
            </div>
            <div aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-subtle">
              <div className="h-full rounded-full bg-accent" style={{ width: `${(100 * count) / most}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
