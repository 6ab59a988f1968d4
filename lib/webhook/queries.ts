import 'server-only'

export { findDelivery, listDeliveries } from './delivery/store'
export { findEndpoint, listEndpoints } from './endpoint/store'
