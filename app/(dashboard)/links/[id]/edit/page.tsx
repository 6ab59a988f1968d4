import { cache } from 'react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { EditLinkScreen } from '@/components/link/edit/edit-link-screen'
import { requireSeller } from '@/lib/auth/seller'
import { findEditableLink } from '@/lib/link/edit/queries'
import { now } from '@/lib/platform/clock'
import { listOffers } from '@/lib/receiving/queries'

/** Asked once a request, by the title and by the page. */
const findLink = cache(async (id: string) => {
  const { scope, shop } = await requireSeller()
  return z.uuid().safeParse(id).success ? await findEditableLink(scope, id, { timeZone: shop.timeZone, at: now() }) : null
})

export async function generateMetadata({ params }: PageProps<'/links/[id]/edit'>): Promise<Metadata> {
  const link = await findLink((await params).id)
  const t = await getTranslations('editing.edit')
  return { title: link && t('metaTitle', { name: link.name }) }
}

export default async function EditLinkPage({ params }: PageProps<'/links/[id]/edit'>) {
  const { scope } = await requireSeller()
  const link = await findLink((await params).id)
  if (!link) notFound()
  return <EditLinkScreen link={link} offers={await listOffers(scope)} />
}
