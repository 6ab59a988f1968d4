import 'server-only'

export { findNews, listNews } from './store'
