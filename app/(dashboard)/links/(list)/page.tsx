import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { linkKeys } from '@/components/link/link-keys'
import { LinkListScreen } from '@/components/link/link-list-screen'
import { SavedViews } from '@/components/saved-view/saved-views'
import { viewKey } from '@/components/saved-view/view-queries'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { countLinks, listLinks } from '@/lib/link/queries'
import { linkFilter } from '@/lib/link/filter'
import { now } from '@/lib/platform/clock'
import { listViews } from '@/lib/saved-view/queries'
import { findLiveStart } from '@/lib/verification/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('title') }
}

export default async function LinksPage({ searchParams }: PageProps<'/links'>) {
  const seller = await requireSeller()
  const { scope } = seller
  const filter = linkFilter.parse(await searchParams)
  const client = newQueryClient()
  const [live] = await Promise.all([
    findLiveStart(seller, now()),
    client.prefetchQuery({ queryKey: linkKeys.list(filter), queryFn: () => listLinks(scope, filter, now()) }),
    client.prefetchQuery({ queryKey: viewKey('links'), queryFn: () => listViews(scope, 'links') }),
    client.prefetchQuery({ queryKey: linkKeys.counts, queryFn: () => countLinks(scope, now()) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LinkListScreen live={live} views={<SavedViews list="links" />} />
    </HydrationBoundary>
  )
}
