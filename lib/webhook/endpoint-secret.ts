import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { EndpointSecrets } from './views'

export const revealSecret = (scope: MerchantScope, id: string, at: Date): Promise<Result<EndpointSecrets>> => Promise.reject(new Error('not yet'))
export const rotateSecret = (scope: MerchantScope, id: string, how: { keepHours: number; at: Date }): Promise<Result<{ secret: string }>> => Promise.reject(new Error('not yet'))
