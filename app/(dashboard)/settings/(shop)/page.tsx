import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PushCard } from '@/components/news/push-card'
import { ShopForm } from '@/components/settings/shop-form'
import { PageHeader } from '@/components/shell/page-header'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card, CardTitle } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { requireSeller } from '@/lib/auth/seller'
import { findPublicPushKey } from '@/lib/push/queries'
import { INDONESIAN_TIME_ZONES } from '@/lib/shop/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const { shop, email } = await requireSeller()
  const t = await getTranslations('settings')
  const common = await getTranslations('common')
  const outbox = await getTranslations('outbox')
  const { name, phone, locale, timeZone } = shop
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
        <PushCard publicKey={await findPublicPushKey()} />
        <Card>
          <CardTitle>{outbox('title')}</CardTitle>
          <p className="mt-1 text-base text-muted md:text-sm">{outbox('cardText')}</p>
          <Link href="/settings/outbox" className={cn(buttonVariants({ variant: 'secondary' }), 'mt-4')}>
            {outbox('cardLink')}
          </Link>
        </Card>
        <Card>
          <CardTitle>{common('account')}</CardTitle>
          <p className="mt-1 text-base wrap-anywhere text-muted md:text-sm">{t('signedInAs', { email })}</p>
          <SignOutButton variant="secondary" className="mt-4" />
        </Card>
      </div>
    </>
  )
}
