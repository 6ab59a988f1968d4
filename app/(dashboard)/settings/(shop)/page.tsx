import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PushCard } from '@/components/news/push-card'
import { CurrencyForm } from '@/components/settings/currency-form'
import { ErasureForm } from '@/components/settings/erasure-form'
import { SettingsNavigation } from '@/components/settings/settings-navigation'
import { ShopForm } from '@/components/settings/shop-form'
import { PageHeader } from '@/components/shell/page-header'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { Card, CardTitle } from '@/components/ui/card'
import { requireSeller } from '@/lib/auth/seller'
import { findEraseAfterDays } from '@/lib/erasure/queries'
import { findPublicPushKey } from '@/lib/push/queries'
import { INDONESIAN_TIME_ZONES } from '@/lib/shop/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const { scope, shop, email } = await requireSeller()
  const t = await getTranslations('settings')
  const currencies = await getTranslations('money.currency')
  const review = await getTranslations('review.erase')
  const common = await getTranslations('common')
  const { name, phone, locale, timeZone } = shop
  // A shop's zone may be an older name of one in the list.
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), timeZone])
  for (const zone of INDONESIAN_TIME_ZONES) zones.delete(zone)
  return (
    <>
      <PageHeader title={t('title')} />
      <SettingsNavigation />
      <div className="flex max-w-2xl flex-col gap-4">
        <Card>
          <CardTitle className="mb-4">{t('shop')}</CardTitle>
          <ShopForm profile={{ name, phone: phone ?? '', locale, timeZone }} zones={[...zones].sort()} />
        </Card>
        <Card>
          <CardTitle>{currencies('title')}</CardTitle>
          <p className="mt-1 mb-4 text-base text-muted md:text-sm">{currencies('text')}</p>
          <CurrencyForm currency={shop.currency} />
        </Card>
        <Card>
          <CardTitle>{review('title')}</CardTitle>
          <p className="mt-1 mb-4 text-base text-muted md:text-sm">{review('text')}</p>
          <ErasureForm days={await findEraseAfterDays(scope)} />
        </Card>
        <PushCard publicKey={await findPublicPushKey()} />
        <Card>
          <CardTitle>{common('account')}</CardTitle>
          <p className="mt-1 text-base wrap-anywhere text-muted md:text-sm">{t('signedInAs', { email })}</p>
          <SignOutButton variant="secondary" className="mt-4" />
        </Card>
      </div>
    </>
  )
}
