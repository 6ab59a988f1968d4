import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function PaymentsLoading() {
  const t = await getTranslations('payments')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <div className="flex max-w-3xl flex-col gap-4">
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
      </div>
    </div>
  )
}
