import { cache } from 'react'
import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { CallScreen } from '@/components/developer/call-screen'
import { developerKeys } from '@/components/developer/developer-queries'
import { newQueryClient } from '@/components/shell/query-client'
import { findCall } from '@/lib/api/call-log/queries'
import { callIdSchema } from '@/lib/api/call-log/schema'
import { requireSeller } from '@/lib/auth/seller'

/** Asked once a request, by the title and by the page. */
const findOwn = cache(async (id: string) => {
  const { scope } = await requireSeller()
  return callIdSchema.safeParse({ id }).success ? await findCall(scope, id) : null
})

export async function generateMetadata({ params }: PageProps<'/settings/developers/requests/[id]'>): Promise<Metadata> {
  const call = await findOwn((await params).id)
  return { title: call && `${call.method} ${call.path.split('?')[0]}` }
}

// No loading.tsx here: it would answer 200 before it is known whether there is such a call.
export default async function RequestPage({ params }: PageProps<'/settings/developers/requests/[id]'>) {
  const { id } = await params
  const call = await findOwn(id)
  if (!call) notFound()
  const queryClient = newQueryClient()
  queryClient.setQueryData(developerKeys.call(id), call)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallScreen id={id} />
    </HydrationBoundary>
  )
}
