import 'server-only'
import type { MerchantScope } from '@/lib/shop/scope'
import type { DeliveryFilter } from './schema'
import type { DeliveryDetails, DeliveryPage, EndpointView } from './views'

export const listEndpoints = (scope: MerchantScope): Promise<EndpointView[]> => Promise.reject(new Error('not yet'))
export const findEndpoint = (scope: MerchantScope, id: string): Promise<EndpointView | null> => Promise.reject(new Error('not yet'))
export const listDeliveries = (scope: MerchantScope, filter: DeliveryFilter): Promise<DeliveryPage> => Promise.reject(new Error('not yet'))
export const findDelivery = (scope: MerchantScope, id: string): Promise<DeliveryDetails | null> => Promise.reject(new Error('not yet'))
