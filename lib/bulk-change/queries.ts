import 'server-only'

export { findBulkChange, measureTarget } from './store'
