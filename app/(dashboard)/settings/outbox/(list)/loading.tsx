import { getTranslations } from 'next-intl/server'
import { OutboxSkeleton } from '@/components/email/outbox-skeleton'
import { PageHeader } from '@/components/shell/page-header'

export default async function OutboxLoading() {
  const t = await getTranslations('outbox')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <OutboxSkeleton />
    </div>
  )
}
