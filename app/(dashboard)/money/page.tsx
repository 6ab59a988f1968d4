import type { Metadata } from 'next'
import Link from 'next/link'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { ImportCard } from '@/components/money/import-card'
import { moneyKeys } from '@/components/money/money-queries'
import { NoAccounts } from '@/components/money/no-accounts'
import { WaitingList } from '@/components/money/waiting-list'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { Button } from '@/components/ui/button'
import { requireSeller } from '@/lib/auth/seller'
import { bankDayOf } from '@/lib/money-in/movement'
import { listMoneyAccounts, listWaiting } from '@/lib/money-in/queries'
import { waitingFilterSchema } from '@/lib/money-in/schema'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('money')
  return { title: t('title') }
}

export default async function MoneyPage({ searchParams }: PageProps<'/money'>) {
  const { scope } = await requireSeller()
  const t = await getTranslations('money')
  const accounts = await listMoneyAccounts(scope)
  if (accounts.length === 0) {
    return (
      <>
        <PageHeader title={t('title')} />
        <NoAccounts mode={scope.mode} />
      </>
    )
  }
  const filter = waitingFilterSchema.parse(await searchParams)
  const queryClient = newQueryClient()
  queryClient.setQueryData(moneyKeys.waiting(filter), await listWaiting(scope, filter))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button asChild variant="secondary"><Link href="/money/credits">{t('toList')}</Link></Button>
            <Button asChild variant="secondary"><Link href="/money/endpoint">{t('toEndpoint')}</Link></Button>
          </>
        }
      />
      <ImportCard accounts={accounts} today={bankDayOf(now())} />
      <WaitingList />
    </HydrationBoundary>
  )
}
