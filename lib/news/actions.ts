'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import { listNews } from './queries'
import { newsIdSchema } from './schema'
import { markNewsSeen } from './store'
import type { NewsFeed } from './views'

/** Read-only: the bell's query. */
export async function listNewsAction(input: unknown): Promise<Result<Packed<NewsFeed>>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(pack({ lines: await listNews(scope) })))
}

/** The seller has looked at this line and everything before it. */
export async function markNewsSeenAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, newsIdSchema, async ({ scope }, { id }) => ((await markNewsSeen(scope, id)) ? success(null) : notFound()))
}
