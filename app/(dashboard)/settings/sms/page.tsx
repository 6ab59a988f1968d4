import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { SmsSettings } from '@/components/sms/sms-settings'
import { requireSeller } from '@/lib/auth/seller'
import { findSmsProvider } from '@/lib/sms/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sending.provider')
  return { title: t('title') }
}

export default async function SmsPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('sending.provider')
  return (
    <>
      <PageHeader title={t('title')} />
      <SmsSettings provider={await findSmsProvider(scope)} />
    </>
  )
}
