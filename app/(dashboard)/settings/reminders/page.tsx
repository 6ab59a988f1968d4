import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RemindersForm } from '@/components/settings/reminders-form'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { findReminders } from '@/lib/reminder/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sending.reminders')
  return { title: t('title') }
}

export default async function RemindersPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('sending.reminders')
  return (
    <>
      <PageHeader title={t('title')} />
      <RemindersForm reminders={await findReminders(scope)} />
    </>
  )
}
