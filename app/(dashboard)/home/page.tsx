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
import { isReady } from '@/lib/receiving/views'
import { findLiveStart } from '@/lib/verification/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

export default async function HomePage() {
  const seller = await requireSeller()
  const { scope, shop } = seller
  const client = newQueryClient()
  const [home, live] = await Promise.all([findHome(scope, { timeZone: shop.timeZone, at: now() }), findLiveStart(seller, now())])
  client.setQueryData(homeKey, home)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <HomeScreen firstStep={live && !isReady(live.setup) ? <LiveSetupCard {...live} /> : <FirstLink />} />
    </HydrationBoundary>
  )
}
