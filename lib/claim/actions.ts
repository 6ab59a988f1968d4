'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import { confirmClaim, rejectClaim } from './decide-claim'
import { countOpenClaims, listOpenClaims } from './queries'
import { claimFilterSchema, confirmClaimSchema, rejectClaimSchema, toldClaimSchema } from './schema'
import { markTold } from './store'
import type { ClaimPage } from './views'

/** Read-only: the review queue's query. */
export async function listClaimsAction(input: unknown): Promise<Result<Packed<ClaimPage>>> {
  return await sellerAction(input, claimFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listOpenClaims(scope, filter, now()))))
}

/** Read-only: the number beside the queue's name. */
export async function countClaimsAction(input: unknown): Promise<Result<number>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await countOpenClaims(scope)))
}

export async function confirmClaimAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, confirmClaimSchema, ({ scope }, wish) => confirmClaim(scope, wish, now()))
}

export async function rejectClaimAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, rejectClaimSchema, ({ scope }, wish) => rejectClaim(scope, wish, now()))
}

/** The customer of a rejected claim was written to, or the seller needs no more of it. */
export async function markClaimToldAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, toldClaimSchema, async ({ scope }, claim) => ((await markTold(scope, claim, now())) ? success(null) : notFound()))
}
