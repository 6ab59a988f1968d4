import midtrans from 'midtrans-client'
import { origin } from './seller'

export type Core = InstanceType<typeof midtrans.CoreApi>
export type Refusal = { httpStatusCode: number | string; ApiResponse: Record<string, unknown> }

/** Midtrans' own client, speaking to the server under test. */
export function coreApi(serverKey: string, { idempotencyKey }: { idempotencyKey?: string } = {}): Core {
  const core = new midtrans.CoreApi({ isProduction: false, serverKey, clientKey: '' })
  core.apiConfig.getCoreApiBaseUrl = origin
  if (idempotencyKey !== undefined) core.httpClient.http_client.defaults.headers.common['Idempotency-Key'] = idempotencyKey
  return core
}

/** The error that the client makes of an answer. @throws when it took the answer for a success */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const [outcome] = await Promise.allSettled([call])
  if (outcome.status === 'fulfilled') throw new Error(`not refused: ${JSON.stringify(outcome.value)}`)
  if (!(outcome.reason instanceof midtrans.MidtransError)) throw outcome.reason
  const { httpStatusCode, ApiResponse } = outcome.reason
  return { httpStatusCode, ApiResponse }
}
