'use server'

import { sellerAction } from '@/lib/http/action'
import { renewLink } from '@/lib/link/renew/renew-link'
import { renewalSchema } from '@/lib/link/renew/schema'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { eraseWaiter } from '@/lib/waiter/store'
import { findShareReport } from './queries'
import { cardSchema, linkIdSchema } from './schema'
import { erasePicture, updateCardPrice } from './store'
import type { ShareReport } from './views'

const done = (isThere: boolean) => (isThere ? success(null) : notFound())

/** Read-only: how a link looks in a chat, who waits for it, what would open it again. */
export async function findShareAction(input: unknown): Promise<Result<ShareReport>> {
  return await sellerAction(input, linkIdSchema, async ({ scope }, { id }) => {
    const report = await findShareReport(scope, id, now())
    return report ? success(report) : notFound()
  })
}

export async function showCardPriceAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, cardSchema, async ({ scope }, card) => done(await updateCardPrice(scope, card)))
}

export async function removeCardPictureAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkIdSchema, async ({ scope }, { id }) => done(await erasePicture(scope, id)))
}

/** Opens a closed link again, as the seller confirmed. */
export async function renewLinkAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, renewalSchema, ({ scope }, wish) => renewLink(scope, wish, now()))
}

/** Somebody who waited was told, so their number goes. */
export async function eraseWaiterAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkIdSchema, async ({ scope }, { id }) => done(await eraseWaiter(scope, id)))
}
