import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { ListSkeleton } from '@/components/ui/list-skeleton'

export default async function OutboxLoading() {
  const t = await getTranslations('outbox')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <ListSkeleton />
    </div>
  )
}
