import type { Metadata } from 'next'
import Link from 'next/link'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { buttonVariants } from '@/components/ui/button-variants'
import { EndpointList } from '@/components/webhook/endpoint-list'
import { ServerKeyCard } from '@/components/webhook/server-key-card'
import { webhookKeys } from '@/components/webhook/webhook-keys'
import { requireSeller } from '@/lib/auth/seller'
import { listEndpoints } from '@/lib/webhook/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

export default async function WebhooksPage() {
  const { scope } = await requireSeller()
  const queryClient = newQueryClient()
  const endpoints = await listEndpoints(scope)
  queryClient.setQueryData(webhookKeys.endpoints, endpoints)
  const t = await getTranslations('webhooks')
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader
        title={t('title')}
        actions={
          endpoints.length > 0 && (
            <Link href="/settings/webhooks/new" className={buttonVariants()}>
              <Plus aria-hidden />
              {t('new')}
            </Link>
          )
        }
      />
      <EndpointList />
      <ServerKeyCard />
    </HydrationBoundary>
  )
}
