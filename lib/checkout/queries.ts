import 'server-only'

export { countDenials, countLiveHolds, findCheckoutLink, findCheckoutOrder, findPendingToken } from './store'
export { recallLink } from './recent-links'
export { findAccountsInUse } from '@/lib/receiving/store'
