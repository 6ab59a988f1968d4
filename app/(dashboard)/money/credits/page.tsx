import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { CreditList } from '@/components/money/credit-list'
import { moneyKeys } from '@/components/money/money-queries'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { listCredits } from '@/lib/money-in/queries'
import { creditFilterSchema } from '@/lib/money-in/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('money.list')
  return { title: t('title') }
}

export default async function CreditsPage({ searchParams }: PageProps<'/money/credits'>) {
  const { scope } = await requireSeller()
  const t = await getTranslations('money')
  const common = await getTranslations('common')
  const filter = creditFilterSchema.parse(await searchParams)
  const queryClient = newQueryClient()
  queryClient.setQueryData(moneyKeys.list(filter), await listCredits(scope, filter))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader title={t('list.title')} parent={{ href: '/money', label: t('title'), here: t('list.title'), navigationLabel: common('breadcrumb') }} />
      <CreditList />
    </HydrationBoundary>
  )
}
