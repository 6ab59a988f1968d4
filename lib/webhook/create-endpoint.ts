import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { EndpointValues } from './schema'

export type CreatedEndpoint = { id: string; secret: string }
export const createEndpoint = (scope: MerchantScope, values: EndpointValues, at: Date): Promise<Result<CreatedEndpoint>> => Promise.reject(new Error('not yet'))
