'use server'

import { z } from 'zod'
import { sellerAction } from '@/lib/http/action'
import { now } from '@/lib/platform/clock'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import type { CancelledOrders } from '@/lib/order/cancel-open-orders'
import { applyLinkChange } from './change-link-state'
import { closeLinkAndOrders } from './close-link'
import { createLink, type CreatedLink } from './create-link'
import { countLinks, findLinkReport, listLinks, type LinkReport } from './queries'
import { createLinkSchema, linkFilterSchema, orderIdSchema, slugSchema } from './schema'
import { isOrderIdTaken, isSlugTaken } from './store'
import type { LinkCounts, LinkPage } from './views'

const linkIdSchema = z.strictObject({ id: z.uuid() })

export async function createLinkAction(input: unknown): Promise<Result<CreatedLink>> {
  return await sellerAction(input, createLinkSchema, ({ scope, shop }, values) =>
    createLink(scope, values, { timeZone: shop.timeZone, at: now() }),
  )
}

/** Read-only: the list's query. */
export async function listLinksAction(input: unknown): Promise<Result<Packed<LinkPage>>> {
  return await sellerAction(input, linkFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listLinks(scope, filter, now()))))
}

/** Read-only: the numbers beside the list's filters. */
export async function countLinksAction(input: unknown): Promise<Result<LinkCounts | null>> {
  return await sellerAction(input, z.strictObject({}), async ({ scope }) => success(await countLinks(scope, now())))
}

/** Read-only: the details page's query. */
export async function findLinkAction(input: unknown): Promise<Result<LinkReport>> {
  return await sellerAction(input, linkIdSchema, async ({ scope }, { id }) => {
    const report = await findLinkReport(scope, id, now())
    return report ? success(report) : notFound()
  })
}

/** Read-only: whether an ID is free, while it is being typed. Saving decides. */
export async function checkIdsAction(input: unknown): Promise<Result<{ orderId?: boolean; slug?: boolean }>> {
  const schema = z.strictObject({ orderId: orderIdSchema.optional(), slug: slugSchema.optional() })
  return await sellerAction(input, schema, async ({ scope }, { orderId, slug }) =>
    success({
      ...(orderId !== undefined && { orderId: !(await isOrderIdTaken(scope, orderId)) }),
      ...(slug !== undefined && { slug: !(await isSlugTaken(slug)) }),
    }),
  )
}

const changeSchema = z.strictObject({ id: z.uuid(), change: z.enum(['pause', 'resume', 'delete', 'restore']) })

/** Orders that are open stay as they are: their customers can still pay. */
export async function changeLinkAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, changeSchema, ({ scope }, { id, change }) => applyLinkChange(scope, id, change, now()))
}

const closeSchema = z.strictObject({ id: z.uuid(), change: z.enum(['pause', 'delete']) })

/** Pauses or deletes a link and cancels its open orders. */
export async function closeLinkAndOrdersAction(input: unknown): Promise<Result<CancelledOrders>> {
  return await sellerAction(input, closeSchema, ({ scope }, closing) => closeLinkAndOrders(scope, closing, now()))
}
