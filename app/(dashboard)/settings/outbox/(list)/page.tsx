import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { emailKeys } from '@/components/email/email-queries'
import { Outbox } from '@/components/email/outbox'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { listEmails } from '@/lib/email/queries'
import { outboxFilterSchema } from '@/lib/email/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outbox')
  return { title: t('title') }
}

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope } = await requireSeller()
  const t = await getTranslations('outbox')
  const filter = outboxFilterSchema.parse(await searchParams)
  const queryClient = newQueryClient()
  queryClient.setQueryData(emailKeys.list(filter), await listEmails(scope, filter))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader title={t('title')} />
      <Outbox />
    </HydrationBoundary>
  )
}
