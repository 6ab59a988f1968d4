import 'server-only'

export { findOrderMoney } from './money/store'
