import 'server-only'

export { findOrderMoney, findPaidRest } from './money/store'
