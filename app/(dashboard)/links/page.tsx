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
import { linkFilterSchema } from '@/lib/link/schema'
import { listOffers, liveSetupOf } from '@/lib/receiving/queries'
import { listViews } from '@/lib/saved-view/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('title') }
}

export default async function LinksPage({ searchParams }: PageProps<'/links'>) {
  const { scope, shop } = await requireSeller()
  const filter = linkFilterSchema.parse(await searchParams)
  const client = newQueryClient()
  const [offers] = await Promise.all([
    listOffers(scope),
    client.prefetchQuery({ queryKey: linkKeys.list(filter), queryFn: () => listLinks(scope, filter, now()) }),
    client.prefetchQuery({ queryKey: viewKey('links'), queryFn: () => listViews(scope, 'links') }),
    client.prefetchQuery({ queryKey: linkKeys.counts, queryFn: () => countLinks(scope, now()) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LinkListScreen setup={scope.mode === 'live' ? liveSetupOf(shop, offers) : null} views={<SavedViews list="links" />} />
    </HydrationBoundary>
  )
}
