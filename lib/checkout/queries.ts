import 'server-only'

export { findCheckoutLink, findCheckoutOrder, findPendingToken } from './store'
