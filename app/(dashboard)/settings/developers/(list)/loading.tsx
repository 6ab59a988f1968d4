import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function DevelopersLoading() {
  const t = await getTranslations('developers')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <div className="flex max-w-3xl flex-col gap-4">
        <Skeleton className="h-52" />
        <Skeleton className="h-96" />
      </div>
    </div>
  )
}
