import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PaymentSettings } from '@/components/receiving/payment-settings'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { listAccountsWithHistory } from '@/lib/receiving/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments')
  return { title: t('title') }
}

export default async function PaymentsPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('payments')
  return (
    <>
      <PageHeader title={t('title')} />
      <PaymentSettings accounts={await listAccountsWithHistory(scope)} />
    </>
  )
}
