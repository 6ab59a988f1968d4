import 'server-only'

export { findOrder, listOrders } from './store'
