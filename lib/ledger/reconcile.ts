import 'server-only'

export { readReconciliation as reconcile } from './store'
