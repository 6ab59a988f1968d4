'use server'

import { sellerAction } from '@/lib/http/action'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import { findCall, listCalls } from './queries'
import { callFilterSchema, callIdSchema } from './schema'
import type { CallDetails, CallPage } from './views'

/** Read-only: the log's query. */
export async function listApiCallsAction(input: unknown): Promise<Result<Packed<CallPage>>> {
  return await sellerAction(input, callFilterSchema, async ({ scope }, filter) => success(pack(await listCalls(scope, filter))))
}

/** Read-only: one call with its bodies. */
export async function findApiCallAction(input: unknown): Promise<Result<CallDetails>> {
  return await sellerAction(input, callIdSchema, async ({ scope }, { id }) => {
    const call = await findCall(scope, id)
    return call ? success(call) : notFound()
  })
}
