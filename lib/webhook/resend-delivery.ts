import 'server-only'
import type { Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import type { DeliveryDetails } from './views'

export const resendDelivery = (scope: MerchantScope, id: string): Promise<Result<DeliveryDetails>> => Promise.reject(new Error('not yet'))
