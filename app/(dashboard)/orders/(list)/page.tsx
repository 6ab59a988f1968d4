import type { Metadata } from 'next'
import Link from 'next/link'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ExportOrders } from '@/components/order/export-orders'
import { OrderList } from '@/components/order/order-list'
import { orderKeys } from '@/components/order/order-queries'
import { SavedViews } from '@/components/saved-view/saved-views'
import { viewKey } from '@/components/saved-view/view-queries'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { buttonVariants } from '@/components/ui/button-variants'
import { requireSeller } from '@/lib/auth/seller'
import { listOrders } from '@/lib/order/queries'
import { orderFilter } from '@/lib/order/filter'
import { listViews } from '@/lib/saved-view/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders')
  return { title: t('title') }
}

export default async function OrdersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope } = await requireSeller()
  const filter = orderFilter.parse(await searchParams)
  const queryClient = newQueryClient()
  const [orders, views] = await Promise.all([listOrders(scope, filter, now()), listViews(scope, 'orders')])
  queryClient.setQueryData(orderKeys.list(filter), orders)
  queryClient.setQueryData(viewKey('orders'), views)
  const t = await getTranslations('orders')
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ExportOrders />
            <Link href="/recap" className={buttonVariants({ variant: 'secondary' })}>
              <ClipboardList aria-hidden />
              {t('recap')}
            </Link>
          </>
        }
      />
      <SavedViews list="orders" />
      <OrderList />
    </HydrationBoundary>
  )
}
