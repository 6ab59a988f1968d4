import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ChangeProgress } from '@/components/bulk/change-progress'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { findBulkChange } from '@/lib/bulk-change/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('links'))('title') }
}

export default async function BulkChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requireSeller()
  const id = z.uuid().safeParse((await params).id)
  const found = id.success ? await findBulkChange(scope, id.data) : null
  if (!found) notFound()
  const [t, links] = [await getTranslations('bulk.change.title'), await getTranslations('links')]
  const title = t(found.change)
  return (
    <>
      <PageHeader title={title} parent={{ href: '/links', label: links('title'), here: title, navigationLabel: links('title') }} />
      <ChangeProgress id={found.id} />
    </>
  )
}
