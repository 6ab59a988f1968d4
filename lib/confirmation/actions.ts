'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { cureDifference } from './money/cure-difference'
import { noteSecondPayment } from './money/note-second-payment'
import { cureDifferenceSchema, orderMoneySchema, secondPaymentSchema } from './money/schema'
import { findOrderMoney } from './queries'
import type { OrderMoney } from './views'

/** Read-only: an order's confirmations and what is still to settle. */
export async function findOrderMoneyAction(input: unknown): Promise<Result<OrderMoney>> {
  return await sellerAction(input, orderMoneySchema, async ({ scope }, { id }) => {
    const money = await findOrderMoney(scope, id)
    return money ? success(money) : notFound()
  })
}

export async function cureDifferenceAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, cureDifferenceSchema, ({ scope }, wish) => cureDifference(scope, wish, now()))
}

export async function noteSecondPaymentAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, secondPaymentSchema, ({ scope }, wish) => noteSecondPayment(scope, wish, now()))
}
