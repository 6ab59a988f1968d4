import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { EndpointValues } from './schema'

export const changeEndpoint = (scope: MerchantScope, id: string, values: EndpointValues): Promise<Result<null>> => Promise.reject(new Error('not yet'))
export const pauseEndpoint = (scope: MerchantScope, id: string): Promise<Result<null>> => Promise.reject(new Error('not yet'))
export const resumeEndpoint = (scope: MerchantScope, id: string, at: Date): Promise<Result<null>> => Promise.reject(new Error('not yet'))
export const deleteEndpoint = (scope: MerchantScope, id: string, at: Date): Promise<Result<null>> => Promise.reject(new Error('not yet'))
