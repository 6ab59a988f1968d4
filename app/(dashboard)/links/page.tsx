import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { linkKeys } from '@/components/link/link-keys'
import { LinkListScreen } from '@/components/link/link-list-screen'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { countLinks, listLinks } from '@/lib/link/queries'
import { linkFilterSchema } from '@/lib/link/schema'
import { listOffers, liveSetupOf } from '@/lib/receiving/queries'
import { isReady } from '@/lib/receiving/views'
import { findVerification } from '@/lib/verification/queries'
import { doneSteps } from '@/lib/verification/rules'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('title') }
}

export default async function LinksPage({ searchParams }: PageProps<'/links'>) {
  const seller = await requireSeller()
  const { scope, shop } = seller
  const filter = linkFilterSchema.parse(await searchParams)
  const client = newQueryClient()
  const [offers] = await Promise.all([
    listOffers(scope),
    client.prefetchQuery({ queryKey: linkKeys.list(filter), queryFn: () => listLinks(scope, filter, now()) }),
    client.prefetchQuery({ queryKey: linkKeys.counts, queryFn: () => countLinks(scope, now()) }),
  ])
  const setup = scope.mode === 'live' ? liveSetupOf(shop, offers) : null
  // Only the card of a shop that cannot sell yet tells of it.
  const verified = setup && !isReady(setup) ? doneSteps(await findVerification(seller, now())).length : 0
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LinkListScreen setup={setup} verified={verified} />
    </HydrationBoundary>
  )
}
