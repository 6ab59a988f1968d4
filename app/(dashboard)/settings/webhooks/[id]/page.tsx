import { cache } from 'react'
import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { newQueryClient } from '@/components/shell/query-client'
import { deliveryAddressSchema } from '@/components/webhook/delivery-filter'
import { endpointName } from '@/components/webhook/endpoint-name'
import { EndpointScreen } from '@/components/webhook/endpoint-screen'
import { webhookKeys } from '@/components/webhook/webhook-keys'
import { requireSeller } from '@/lib/auth/seller'
import { findEndpoint, listDeliveries } from '@/lib/webhook/queries'

/** Asked once a request, by the title and by the page. */
const findOwn = cache(async (id: string) => {
  const { scope } = await requireSeller()
  return z.uuid().safeParse(id).success ? await findEndpoint(scope, id) : null
})

export async function generateMetadata({ params }: PageProps<'/settings/webhooks/[id]'>): Promise<Metadata> {
  const endpoint = await findOwn((await params).id)
  return { title: endpoint && endpointName(endpoint) }
}

// No loading.tsx here: it would answer 200 before it is known whether there is such a webhook.
export default async function WebhookPage({ params, searchParams }: PageProps<'/settings/webhooks/[id]'>) {
  const { scope } = await requireSeller()
  const { id } = await params
  const endpoint = await findOwn(id)
  if (!endpoint) notFound()
  const address = await searchParams
  const filter = deliveryAddressSchema.parse(address)
  const queryClient = newQueryClient()
  queryClient.setQueryData(webhookKeys.endpoint(id), endpoint)
  queryClient.setQueryData(webhookKeys.deliveries(id, filter), await listDeliveries(scope, { ...filter, endpointId: id }))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EndpointScreen id={id} isNew={address['created'] === '1'} />
    </HydrationBoundary>
  )
}
