import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewEndpointScreen } from '@/components/webhook/new-endpoint-screen'
import { requireSeller } from '@/lib/auth/seller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('new') }
}

export default async function NewWebhookPage() {
  await requireSeller()
  return <NewEndpointScreen />
}
