import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterSettings } from '@/components/letter/letter-settings'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { findLetterSettings } from '@/lib/email/texts/queries'
import { findSentReminders } from '@/lib/reminder/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('letters')
  return { title: t('title') }
}

export default async function LettersPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('letters')
  const [settings, reminders] = await Promise.all([findLetterSettings(scope), findSentReminders(scope)])
  return (
    <>
      <PageHeader title={t('title')} />
      <LetterSettings settings={settings} reminders={reminders} />
    </>
  )
}
