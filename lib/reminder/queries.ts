import 'server-only'

export { findReminders } from './store'
