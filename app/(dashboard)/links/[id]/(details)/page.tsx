import { cache } from 'react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { z } from 'zod'
import { LinkCreated } from '@/components/link/link-created'
import { LinkDetailsScreen } from '@/components/link/link-details-screen'
import { linkKeys } from '@/components/link/link-keys'
import { messageKeys } from '@/components/link/sending-queries'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { findConversion } from '@/lib/home/queries'
import { findLinkMessages } from '@/lib/link-message/queries'
import { findLinkReport } from '@/lib/link/queries'
import { now } from '@/lib/platform/clock'
import { findShareReport } from '@/lib/share/queries'

/** Asked once a request, by the title and by the page. */
const findReport = cache(async (id: string) => {
  const { scope } = await requireSeller()
  return z.uuid().safeParse(id).success ? await findLinkReport(scope, id, now()) : null
})

async function findShare(id: string) {
  const { scope } = await requireSeller()
  return (await findShareReport(scope, id, now())) ?? undefined
}

async function findMessages(id: string) {
  const { scope } = await requireSeller()
  return await findLinkMessages(scope, id)
}

async function findOwnConversion(id: string) {
  const { scope } = await requireSeller()
  return (await findConversion(scope, id, now())) ?? undefined
}

export async function generateMetadata({ params }: PageProps<'/links/[id]'>): Promise<Metadata> {
  const report = await findReport((await params).id)
  return { title: report?.link.name ?? null }
}

export default async function LinkPage({ params, searchParams }: PageProps<'/links/[id]'>) {
  const { id } = await params
  const report = await findReport(id)
  if (!report) notFound()
  const client = newQueryClient()
  client.setQueryData(linkKeys.report(id), report)
  client.setQueryData(linkKeys.share(id), await findShare(id))
  if (report.link.customer) client.setQueryData(messageKeys.ofLink(id), await findMessages(id))
  client.setQueryData(linkKeys.conversion(id), await findOwnConversion(id))
  const isNew = (await searchParams).created === '1'
  return <HydrationBoundary state={dehydrate(client)}>{isNew ? <LinkCreated id={id} /> : <LinkDetailsScreen id={id} />}</HydrationBoundary>
}
