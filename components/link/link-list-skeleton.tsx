import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const ROWS = [0, 1, 2, 3, 4, 5]

export function LinkListSkeleton() {
  const t = useTranslations('links.list')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-3 lg:max-xl:grid-cols-2 xl:gap-0 xl:rounded-lg xl:border xl:bg-card">
      {ROWS.map((row) => (
        <div key={row} className="flex items-center gap-6 rounded-lg border bg-card p-4 xl:h-17 xl:rounded-none xl:border-0 xl:not-first:border-t xl:py-0">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-2/3 max-w-64" />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-4 w-24" />
          <Skeleton className="hidden h-6 w-16 xl:block" />
          <Skeleton className="hidden h-4 w-20 xl:block" />
          <Skeleton className="hidden h-9 w-32 xl:block" />
        </div>
      ))}
    </div>
  )
}
