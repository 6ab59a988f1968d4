import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function WebhooksLoading() {
  const t = await getTranslations('webhooks')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <Skeleton className="h-28" />
      <Skeleton className="mt-4 h-44" />
    </div>
  )
}
