import 'server-only'

export { countLiveHolds, findCheckoutLink, findCheckoutOrder, findPendingToken } from './store'
