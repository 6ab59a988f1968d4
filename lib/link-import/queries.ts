import 'server-only'

export { findImport, listImportRows, listImports } from './store'
