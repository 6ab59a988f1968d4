import 'server-only'

export { findRedirects } from './store'
