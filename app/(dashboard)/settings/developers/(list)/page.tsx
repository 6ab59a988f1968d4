import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { ScrollText, Webhook } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { developerKeys } from '@/components/developer/developer-queries'
import { KeyList } from '@/components/developer/key-list'
import { PageCard } from '@/components/developer/page-card'
import { QuickStart } from '@/components/developer/quick-start'
import { RedirectForm } from '@/components/developer/redirect-form'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { now } from '@/lib/platform/clock'
import { listKeys } from '@/lib/server-key/queries'
import { findRedirects } from '@/lib/shop/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers')
  return { title: t('title') }
}

export default async function DevelopersPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('developers')
  const [keys, redirects] = await Promise.all([listKeys(scope, now()), findRedirects(scope)])
  const queryClient = newQueryClient()
  queryClient.setQueryData(developerKeys.keys, keys)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader title={t('title')} />
      <div className="flex max-w-3xl flex-col gap-4">
        <KeyList />
        <QuickStart />
        <PageCard href="/settings/developers/requests" icon={<ScrollText aria-hidden />} title={t('requests.title')}>
          {t('requests.text')}
        </PageCard>
        <PageCard href="/settings/webhooks" icon={<Webhook aria-hidden />} title={t('webhooks.title')}>
          {t('webhooks.text')}
        </PageCard>
        <RedirectForm redirects={redirects} />
      </div>
    </HydrationBoundary>
  )
}
