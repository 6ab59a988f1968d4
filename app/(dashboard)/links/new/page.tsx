import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewLinkScreen } from '@/components/link/new-link-screen'
import { requireSeller } from '@/lib/auth/seller'
import { suggestIds } from '@/lib/link/suggest-ids'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('newLink') }
}

export default async function NewLinkPage() {
  const { shop } = await requireSeller()
  return <NewLinkScreen ids={suggestIds({ timeZone: shop.timeZone, at: now() })} shopId={shop.id} />
}
