'use server'

import { z } from 'zod'
import { receivedMoneySchema } from '@/lib/confirmation/money/schema'
import { receiveMoney } from '@/lib/confirmation/receive-money'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import { decideOrder } from './decide-order'
import { findOrder, listOrders } from './queries'
import { orderFilterSchema } from './schema'
import { shipOrder } from './ship-order'
import type { OrderDetails, OrderPage } from './views'

const orderIdSchema = z.strictObject({ id: z.uuid() })

/** Read-only: the orders page's query. */
export async function listOrdersAction(input: unknown): Promise<Result<Packed<OrderPage>>> {
  return await sellerAction(input, orderFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listOrders(scope, filter, now()))))
}

/** Read-only: the order page's query. */
export async function findOrderAction(input: unknown): Promise<Result<OrderDetails>> {
  return await sellerAction(input, orderIdSchema, async ({ scope }, { id }) => {
    const order = await findOrder(scope, id, now())
    return order ? success(order) : notFound()
  })
}

export async function cancelOrderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, orderIdSchema, ({ scope }, { id }) => decideOrder(scope, id, 'cancel', now()))
}

/** Takes late money for a place that is free after all. */
export async function acceptOrderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, orderIdSchema, ({ scope }, { id }) => decideOrder(scope, id, 'accept', now()))
}

/** Charges an authorised card. */
export async function captureOrderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, orderIdSchema, ({ scope }, { id }) => decideOrder(scope, id, 'settle', now()))
}

/** The seller handed it over to be delivered. */
export async function shipOrderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, orderIdSchema, ({ scope }, { id }) => shipOrder(scope, id, { isShipped: true, at: now() }))
}

/** Not shipped after all. */
export async function unshipOrderAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, orderIdSchema, ({ scope }, { id }) => shipOrder(scope, id, { isShipped: false, at: now() }))
}

/** The seller has the money of an order of the shop's own ways. */
export async function receiveMoneyAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, receivedMoneySchema, ({ scope }, received) => receiveMoney(scope, received, now()))
}
