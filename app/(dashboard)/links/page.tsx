import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { linkKeys } from '@/components/link/link-keys'
import { LinkListScreen } from '@/components/link/link-list-screen'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { countLinks, listLinks } from '@/lib/link/queries'
import { linkFilterSchema } from '@/lib/link/schema'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('title') }
}

export default async function LinksPage({ searchParams }: PageProps<'/links'>) {
  const { scope } = await requireSeller()
  const filter = linkFilterSchema.parse(await searchParams)
  const client = newQueryClient()
  await Promise.all([
    client.prefetchQuery({ queryKey: linkKeys.list(filter), queryFn: () => listLinks(scope, filter, now()) }),
    client.prefetchQuery({ queryKey: linkKeys.counts, queryFn: () => countLinks(scope, now()) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LinkListScreen />
    </HydrationBoundary>
  )
}
