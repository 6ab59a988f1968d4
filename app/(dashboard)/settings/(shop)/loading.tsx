import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function SettingsLoading() {
  const t = await getTranslations('settings')
  return (
    <div aria-busy>
      <PageHeader title={t('title')} />
      <Skeleton className="h-120 max-w-2xl" />
    </div>
  )
}
