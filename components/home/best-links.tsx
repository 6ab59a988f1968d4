import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { Money } from '@/components/ui/money'
import { useCountText } from '@/components/ui/use-count-text'
import type { BestLink } from '@/lib/home/views'

/** The links that are paid most often, with how far those came who were sent them. */
export function BestLinks({ links }: { links: readonly BestLink[] }) {
  const t = useTranslations('home.best')
  const countText = useCountText()
  const steps = ['opened', 'started', 'paid'] as const
  return (
    <Card className="min-w-0">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t('note')}</p>
      {links.length === 0 && <p className="mt-4 text-sm text-muted">{t('empty')}</p>}
      <ol className="mt-2">
        {links.map(({ id, name, currency, amount, ...numbers }) => (
          <li key={`${id} ${currency}`} className="border-t first:border-t-0">
            <IntentLink href={`/links/${id}`} className="-mx-2 block rounded-md px-2 py-3 hover:bg-subtle">
              <span className="flex items-baseline justify-between gap-3">
                <span className="truncate font-semibold">
                  <bdi>{name}</bdi>
                </span>
                <Money amount={amount} currency={currency} />
              </span>
              <span className="mt-1 flex flex-wrap gap-x-2 text-sm text-muted tabular-nums">
                {steps.map((step, index) => (
                  <span key={step}>
                    {index > 0 && <span aria-hidden>→ </span>}
                    <span className="font-semibold text-ink">{countText(numbers[step])}</span> {t(step)}
                  </span>
                ))}
              </span>
            </IntentLink>
          </li>
        ))}
      </ol>
    </Card>
  )
}
