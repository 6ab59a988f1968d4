'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { findConversion, findHome } from './queries'
import type { Conversion, Home } from './views'

/** Read-only: the home page's query. */
export async function findHomeAction(input: unknown): Promise<Result<Home>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope, shop }) => success(await findHome(scope, { timeZone: shop.timeZone, at: now() })))
}

/** Read-only: how far those came who were sent a link. */
export async function findConversionAction(input: unknown): Promise<Result<Conversion>> {
  return await sellerAction(input, z.strictObject({ id: z.uuid() }), async ({ scope }, { id }) => {
    const conversion = await findConversion(scope, id, now())
    return conversion ? success(conversion) : notFound()
  })
}
