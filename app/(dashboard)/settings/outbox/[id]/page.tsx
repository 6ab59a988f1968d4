import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { EmailDetailsView } from '@/components/email/email-details-view'
import { emailKeys } from '@/components/email/email-queries'
import { newQueryClient } from '@/components/shell/query-client'
import { requireSeller } from '@/lib/auth/seller'
import { findEmail } from '@/lib/email/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outbox')
  return { title: t('message') }
}

// No loading.tsx here: it would answer 200 before it is known whether there is such a message.
export default async function EmailPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requireSeller()
  const id = z.uuid().safeParse((await params).id)
  const email = id.success ? await findEmail(scope, id.data) : null
  if (!email) notFound()
  const queryClient = newQueryClient()
  queryClient.setQueryData(emailKeys.details(email.id), email)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EmailDetailsView id={email.id} />
    </HydrationBoundary>
  )
}
