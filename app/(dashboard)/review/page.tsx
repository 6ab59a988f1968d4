import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { ReviewList } from '@/components/review/review-list'
import { reviewKeys } from '@/components/review/review-queries'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { customerWords } from '@/lib/claim/customer-words'
import { listOpenClaims } from '@/lib/claim/queries'
import { claimFilterSchema } from '@/lib/claim/schema'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope } = await requireSeller()
  const filter = claimFilterSchema.parse(await searchParams)
  const queryClient = newQueryClient()
  queryClient.setQueryData(reviewKeys.list(filter), await listOpenClaims(scope, filter, now()))
  const t = await getTranslations('review')
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PageHeader title={t('title')} />
      <ReviewList words={customerWords()} />
    </HydrationBoundary>
  )
}
