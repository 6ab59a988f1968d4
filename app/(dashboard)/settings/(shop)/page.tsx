import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PushCard } from '@/components/news/push-card'
import { AccentForm } from '@/components/settings/accent-form'
import { CurrencyForm } from '@/components/settings/currency-form'
import { CustomFieldsForm } from '@/components/settings/custom-fields-form'
import { ErasureForm } from '@/components/settings/erasure-form'
import { LogoField } from '@/components/settings/logo-field'
import { ProfileForm } from '@/components/settings/profile-form'
import { RedirectsCard } from '@/components/settings/redirects-card'
import { ShopForm } from '@/components/settings/shop-form'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { PageHeader } from '@/components/shell/page-header'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { Card, CardTitle } from '@/components/ui/card'
import { requireSeller } from '@/lib/auth/seller'
import { findEraseAfterDays } from '@/lib/erasure/queries'
import { findPublicPushKey } from '@/lib/push/queries'
import { findProfile } from '@/lib/shop/profile/queries'
import { findRedirects } from '@/lib/shop/queries'
import { INDONESIAN_TIME_ZONES } from '@/lib/shop/time-zones'

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
  const p = await getTranslations('profile')
  const { name, phone, locale, timeZone } = shop
  const [{ accentColor, logo, customFieldLabels, ...profile }, redirects] = await Promise.all([findProfile(scope), findRedirects(scope)])
  // A shop's zone may be an older name of one in the list.
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), timeZone])
  for (const zone of INDONESIAN_TIME_ZONES) zones.delete(zone)
  return (
    <>
      <PageHeader title={t('title')} />
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
          <CardTitle>{p('title')}</CardTitle>
          <p className="mt-1 mb-4 text-base text-muted md:text-sm">{p('text')}</p>
          <ProfileForm profile={profile} />
        </Card>
        <Card className="flex flex-col gap-6">
          <CardTitle>{p('look')}</CardTitle>
          <LogoField address={logo} />
          <AccentForm saved={accentColor ?? ''} />
        </Card>
        <RedirectsCard finish={redirects.finish ?? null} />
        <Card>
          <CardTitle>{p('customFields.title')}</CardTitle>
          <p className="mt-1 mb-4 text-base text-muted md:text-sm">{p('customFields.text')}</p>
          <CustomFieldsForm labels={customFieldLabels} />
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
          <div className="mt-4 flex flex-wrap gap-2">
            <LanguageSwitch variant="secondary" />
            <SignOutButton variant="secondary" />
          </div>
        </Card>
      </div>
    </>
  )
}
