'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { createEndpoint, type CreatedEndpoint } from './create-endpoint'
import { changeEndpoint, deleteEndpoint, pauseEndpoint, resumeEndpoint } from './change-endpoint'
import { findDelivery, findEndpoint, listDeliveries, listEndpoints } from './queries'
import { resendDelivery } from './resend-delivery'
import { resendSince } from './resend-since'
import { revealSecret, rotateSecret } from './endpoint-secret'
import { changeEndpointSchema, deliveryFilterSchema, endpointSchema, resendSinceSchema, rotateSecretSchema } from './schema'
import { sendTest } from './send-test'
import type { DeliveryDetails, DeliveryPage, EndpointSecrets, EndpointView } from './views'

const idSchema = z.strictObject({ id: z.uuid() })

/** Read-only: the list's query. */
export async function listEndpointsAction(input: unknown): Promise<Result<EndpointView[]>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await listEndpoints(scope)))
}

/** Read-only: the endpoint page's query. */
export async function findEndpointAction(input: unknown): Promise<Result<EndpointView>> {
  return await sellerAction(input, idSchema, async ({ scope }, { id }) => {
    const endpoint = await findEndpoint(scope, id)
    return endpoint ? success(endpoint) : notFound()
  })
}

/** Answers with the signing secret, to be copied into the receiver. */
export async function createEndpointAction(input: unknown): Promise<Result<CreatedEndpoint>> {
  return await sellerAction(input, endpointSchema, ({ scope }, values) => createEndpoint(scope, values, now()))
}

export async function updateEndpointAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, changeEndpointSchema, ({ scope }, { id, ...values }) => changeEndpoint(scope, id, values))
}

export async function pauseEndpointAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => pauseEndpoint(scope, id))
}

/** Sends again, and first what was kept meanwhile. Also brings back what the system had disabled. */
export async function resumeEndpointAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => resumeEndpoint(scope, id, now()))
}

export async function deleteEndpointAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => deleteEndpoint(scope, id, now()))
}

export async function revealSecretAction(input: unknown): Promise<Result<EndpointSecrets>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => revealSecret(scope, id, now()))
}

export async function rotateSecretAction(input: unknown): Promise<Result<{ secret: string }>> {
  return await sellerAction(input, rotateSecretSchema, ({ scope }, { id, keepHours }) => rotateSecret(scope, id, { keepHours, at: now() }))
}

/** Made at once: the answer tells how the attempt went. */
export async function sendTestAction(input: unknown): Promise<Result<DeliveryDetails>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => sendTest(scope, id, now()))
}

/** Read-only: the log's query. */
export async function listDeliveriesAction(input: unknown): Promise<Result<DeliveryPage>> {
  return await sellerAction(input, deliveryFilterSchema, async ({ scope }, filter) => {
    const endpoint = await findEndpoint(scope, filter.endpointId)
    return endpoint ? success(await listDeliveries(scope, filter)) : notFound()
  })
}

/** Read-only: one delivery with all its attempts. */
export async function findDeliveryAction(input: unknown): Promise<Result<DeliveryDetails>> {
  return await sellerAction(input, idSchema, async ({ scope }, { id }) => {
    const delivery = await findDelivery(scope, id)
    return delivery ? success(delivery) : notFound()
  })
}

/** Made at once, under the same `webhook-id`: the answer tells how the attempt went. */
export async function resendDeliveryAction(input: unknown): Promise<Result<DeliveryDetails>> {
  return await sellerAction(input, idSchema, ({ scope }, { id }) => resendDelivery(scope, id))
}

/** Puts everything since a moment in line again. @returns how many */
export async function resendSinceAction(input: unknown): Promise<Result<{ count: number }>> {
  return await sellerAction(input, resendSinceSchema, ({ scope, shop }, values) => resendSince(scope, values, { timeZone: shop.timeZone }))
}
