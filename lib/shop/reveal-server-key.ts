import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from './scope'

export const revealServerKey = (scope: MerchantScope, how: { password: string; at: Date }): Promise<Result<{ key: string }>> => Promise.reject(new Error('not yet'))
