import 'server-only'

export { findCustomFieldLabels, findLogo, findProfile } from './store'
