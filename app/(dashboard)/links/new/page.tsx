import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewLinkScreen } from '@/components/link/new-link-screen'
import { requireSeller } from '@/lib/auth/seller'
import { findLinkDefaults } from '@/lib/link/defaults/queries'
import { findCopiedLink } from '@/lib/link/start/queries'
import { suggestIds } from '@/lib/link/suggest-ids'
import { listOffers } from '@/lib/receiving/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('newLink') }
}

export default async function NewLinkPage({ searchParams }: PageProps<'/links/new'>) {
  const { shop, scope } = await requireSeller()
  const { from } = await searchParams
  const [offers, at] = [await listOffers(scope), now()]
  const moment = { timeZone: shop.timeZone, at, methods: offers.map(({ method }) => method) }
  const [defaults, copied] = await Promise.all([findLinkDefaults(scope, moment), findCopiedLink(scope, from, moment)])
  return <NewLinkScreen ids={suggestIds({ timeZone: shop.timeZone, at })} shopId={shop.id} offers={offers} defaults={defaults} copied={copied} />
}
