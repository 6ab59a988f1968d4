'use server'

import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { success, type Result } from '@/lib/platform/result'
import { findAnything } from './queries'
import { findAnythingSchema } from './schema'
import type { Found } from './views'

/** Read-only: what the command palette finds. */
export async function findAnythingAction(input: unknown): Promise<Result<Found>> {
  return await sellerAction(input, findAnythingSchema, async ({ scope }, { q }) => success(await findAnything(scope, q, now())))
}
