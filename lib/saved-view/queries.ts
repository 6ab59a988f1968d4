import 'server-only'

export { listViews } from './store'
