import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewLinkScreen } from '@/components/link/new-link-screen'
import { requireSeller } from '@/lib/auth/seller'
import { suggestIds } from '@/lib/link/suggest-ids'
import { listOffers } from '@/lib/receiving/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('newLink') }
}

export default async function NewLinkPage() {
  const { shop, scope } = await requireSeller()
  const offers = await listOffers(scope)
  return <NewLinkScreen ids={suggestIds({ timeZone: shop.timeZone, at: now() })} shopId={shop.id} offers={offers} />
}
