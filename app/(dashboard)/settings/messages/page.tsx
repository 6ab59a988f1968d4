import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MessageSettings } from '@/components/message/message-settings'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { listMessages } from '@/lib/message/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages')
  return { title: t('title') }
}

export default async function MessagesPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('messages')
  return (
    <>
      <PageHeader title={t('title')} />
      <MessageSettings messages={await listMessages(scope)} />
    </>
  )
}
