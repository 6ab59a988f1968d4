import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { getTranslations } from 'next-intl/server'
import { exportsQuery } from '@/components/bulk/bulk-queries'
import { ExportScreen } from '@/components/bulk/export-screen'
import { PageHeader } from '@/components/shell/page-header'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { lastChoice, listExports } from '@/lib/data-export/queries'
import { exportFilterOf, exportPageSchema } from '@/lib/data-export/schema'

const SHOWN = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk.export'))('title') }
}

/** The list's address with another beginning: `/exports?kind=orders&status=paid`. */
export default async function ExportsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { scope } = await requireSeller()
  const search = await searchParams
  const { kind } = exportPageSchema.parse(search)
  const client = newQueryClient()
  client.setQueryData(exportsQuery().queryKey, await listExports(scope, SHOWN))
  const filter = exportFilterOf(search)
  const [t, lists] = [await getTranslations('bulk.export'), await getTranslations(kind)]
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title={t('title')} parent={{ href: `/${kind}`, label: lists('title'), here: t('title'), navigationLabel: lists('title') }} />
      <ExportScreen key={JSON.stringify([kind, filter])} kind={kind} filter={filter} choice={await lastChoice(scope, kind)} />
    </HydrationBoundary>
  )
}
