import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const ROWS = [0, 1, 2, 3, 4, 5]

export function LinkListSkeleton() {
  const t = useTranslations('links.list')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 md:gap-0 md:rounded-lg md:border md:bg-card">
      {ROWS.map((row) => (
        <div key={row} className="flex items-center gap-6 rounded-lg border bg-card p-4 md:h-17 md:rounded-none md:border-0 md:not-first:border-t md:py-0">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-2/3 max-w-64" />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-4 w-24" />
          <Skeleton className="hidden h-6 w-16 md:block" />
          <Skeleton className="hidden h-4 w-20 md:block" />
          <Skeleton className="hidden h-9 w-32 lg:block" />
        </div>
      ))}
    </div>
  )
}
