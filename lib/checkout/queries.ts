import 'server-only'

export { countDenials, countLiveHolds, findCardPicture, findCheckoutLink, findCheckoutOrder, findPendingToken } from './store'
export { recallLink } from './recent-links'
export { findAccountsInUse } from '@/lib/receiving/store'
