import 'server-only'

export { findOpenRest, findOrderMoney, findPaidRest } from './money/store'
