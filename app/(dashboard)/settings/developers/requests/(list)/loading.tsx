import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export default async function RequestsLoading() {
  const t = await getTranslations('developers.requests')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <Skeleton className="mb-3 h-12 w-full md:h-11 md:max-w-md" />
      <Skeleton className="mb-3 h-11 w-72" />
      <ListSkeleton />
    </div>
  )
}
