import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ImportProgress } from '@/components/bulk/import-progress'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { findImport } from '@/lib/link-import/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk.import'))('title') }
}

export default async function ImportProgressPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requireSeller()
  const id = z.uuid().safeParse((await params).id)
  const found = id.success ? await findImport(scope, id.data) : null
  if (!found) notFound()
  const t = await getTranslations('bulk.import')
  const name = found.fileName || t('pasted')
  return (
    <>
      <PageHeader title={name} parent={{ href: '/links/import', label: t('title'), here: name, navigationLabel: t('title') }} />
      <ImportProgress id={found.id} />
    </>
  )
}
