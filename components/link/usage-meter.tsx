import { useTranslations } from 'next-intl'
import type { LinkSummary } from '@/lib/link/views'
import { cn } from '@/components/ui/cn'
import { useCountText } from '@/components/ui/use-count-text'

type UsageMeterProps = Pick<LinkSummary, 'usedCount' | 'heldCount' | 'usageLimit'> & { className?: string }

/** How often a link was paid, of how often it may be; who is paying right now in a lighter colour. */
export function UsageMeter({ usedCount, heldCount, usageLimit, className }: UsageMeterProps) {
  const t = useTranslations('links.usage')
  const countText = useCountText()
  const percentOf = (count: number) => (usageLimit === null ? 0 : Math.min(100, (count / usageLimit) * 100))
  const spoken = usageLimit === null ? t('spokenUnlimited', { used: usedCount }) : t('spoken', { used: usedCount, limit: usageLimit })
  return (
    <div className={cn('text-sm tabular-nums', className)}>
      <span className="sr-only">{spoken}</span>
      <span aria-hidden className="whitespace-nowrap">
        <span className="font-semibold">{countText(usedCount)}</span>
        <span className="text-muted"> / {usageLimit === null ? '∞' : countText(usageLimit)}</span>
      </span>
      {heldCount > 0 && <span className="ml-2 text-xs whitespace-nowrap text-muted xl:ml-0 xl:block">{t('waiting', { count: countText(heldCount) })}</span>}
      {usageLimit !== null && (
        <div aria-hidden className="mt-1.5 flex h-1 w-20 max-w-full overflow-hidden rounded-full bg-line">
          <span className="bg-accent" style={{ width: `${percentOf(usedCount)}%` }} />
          <span className="bg-accent/40" style={{ width: `${percentOf(heldCount)}%` }} />
        </div>
      )}
    </div>
  )
}

