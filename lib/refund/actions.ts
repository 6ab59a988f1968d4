'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { refundOrder } from './refund-order'
import { refundOrderSchema } from './schema'

export async function refundOrderAction(input: unknown): Promise<Result<{ refundId: string }>> {
  return await sellerAction(input, refundOrderSchema, ({ scope }, wish) => refundOrder(scope, wish, now()))
}
