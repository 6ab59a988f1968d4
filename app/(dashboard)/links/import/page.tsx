import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportHistory } from '@/components/bulk/import-history'
import { ImportScreen } from '@/components/bulk/import-screen'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { listImports } from '@/lib/link-import/queries'

const SHOWN = 10

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk.import'))('title') }
}

export default async function ImportPage() {
  const { scope } = await requireSeller()
  const [t, links] = [await getTranslations('bulk.import'), await getTranslations('links')]
  return (
    <>
      <PageHeader title={t('title')} parent={{ href: '/links', label: links('title'), here: t('title'), navigationLabel: links('title') }} />
      <ImportScreen />
      <ImportHistory imports={await listImports(scope, SHOWN)} />
    </>
  )
}
