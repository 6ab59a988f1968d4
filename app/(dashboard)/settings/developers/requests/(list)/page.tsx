import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { CallList } from '@/components/developer/call-list'
import { developerKeys } from '@/components/developer/developer-queries'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { listCalls } from '@/lib/api/call-log/queries'
import { callFilterSchema } from '@/lib/api/call-log/schema'
import { requireSeller } from '@/lib/auth/seller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers.requests')
  return { title: t('title') }
}

export default async function RequestsPage({ searchParams }: PageProps<'/settings/developers/requests'>) {
  const { scope } = await requireSeller()
  const t = await getTranslations('developers')
  const common = await getTranslations('common')
  const filter = callFilterSchema.parse(await searchParams)
  const queryClient = newQueryClient()
  queryClient.setQueryData(developerKeys.calls(filter), await listCalls(scope, filter))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader
        title={t('requests.title')}
        parent={{ href: '/settings/developers', label: t('title'), here: t('requests.title'), navigationLabel: common('breadcrumb') }}
      />
      <CallList />
    </HydrationBoundary>
  )
}
