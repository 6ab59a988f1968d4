import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function HomeLoading() {
  const t = await getTranslations('home')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-52" />
        <Skeleton className="h-52" />
      </div>
      <Skeleton className="mt-4 h-96" />
    </div>
  )
}
