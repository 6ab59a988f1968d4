import 'server-only'

export { findEraseAfterDays } from './store'
