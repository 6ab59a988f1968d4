import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DefaultsForm } from '@/components/link/start/defaults-form'
import { PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { requireSeller } from '@/lib/auth/seller'
import { findLinkDefaults } from '@/lib/link/defaults/queries'
import { now } from '@/lib/platform/clock'
import { listOffers } from '@/lib/receiving/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('editing.defaults')
  return { title: t('title') }
}

export default async function NewLinksPage() {
  const { scope, shop } = await requireSeller()
  const t = await getTranslations('editing.defaults')
  const offers = await listOffers(scope)
  const methods = [...new Set(offers.map(({ method }) => method))]
  const defaults = await findLinkDefaults(scope, { timeZone: shop.timeZone, at: now(), methods })
  return (
    <>
      <PageHeader title={t('title')} />
      <Card className="max-w-2xl">
        <p className="mb-5 text-base text-muted md:text-sm">{t('text')}</p>
        <DefaultsForm defaults={defaults} offers={offers} />
      </Card>
    </>
  )
}
