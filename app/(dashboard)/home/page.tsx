import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { HomeScreen } from '@/components/home/home-screen'
import { homeKey } from '@/components/home/home-queries'
import { FirstLink } from '@/components/link/first-link'
import { LiveSetupCard } from '@/components/link/live-setup'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { findHome } from '@/lib/home/queries'
import { now } from '@/lib/platform/clock'
import { listOffers, liveSetupOf } from '@/lib/receiving/queries'
import { isReady } from '@/lib/receiving/views'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

export default async function HomePage() {
  const { scope, shop } = await requireSeller()
  const client = newQueryClient()
  const [home, offers] = await Promise.all([findHome(scope, { timeZone: shop.timeZone, at: now() }), scope.mode === 'live' ? listOffers(scope) : []])
  client.setQueryData(homeKey, home)
  const setup = scope.mode === 'live' ? liveSetupOf(shop, offers) : null
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HomeScreen firstStep={setup && !isReady(setup) ? <LiveSetupCard setup={setup} /> : <FirstLink />} />
    </HydrationBoundary>
  )
}
