import 'server-only'

export { findCall, listCalls } from './store'
