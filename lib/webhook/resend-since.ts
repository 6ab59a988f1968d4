import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'

export const resendSince = (scope: MerchantScope, values: { endpointId: string; since: string; onlyFailed: boolean }, how: { timeZone: string; at: Date }): Promise<Result<{ count: number }>> => Promise.reject(new Error('not yet'))
