import 'server-only'

export { findPublicPushKey } from './push-keys'
export { findOwnSubscription } from './store'
