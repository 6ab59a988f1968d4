import 'server-only'

export { findDelivery, listDeliveries, listOrderDeliveries } from './delivery/store'
export { findEndpoint, listEndpoints } from './endpoint/store'
