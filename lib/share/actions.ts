'use server'

import { sellerAction } from '@/lib/http/action'
import { changeRenewal, renewLink, takeRenewalBack } from '@/lib/link/renew/renew-link'
import type { Opened } from '@/lib/link/renew/rules'
import { renewalChangeSchema, renewalSchema } from '@/lib/link/renew/schema'
import { now } from '@/lib/platform/clock'
import { notFound, success, type Result } from '@/lib/platform/result'
import { eraseWaiter } from '@/lib/waiter/store'
import { findShareReport } from './queries'
import { cardSchema, linkIdSchema } from './schema'
import { erasePicture, updateCardPrice } from './store'
import type { ShareReport } from './views'

const done = (isThere: boolean) => (isThere ? success(null) : notFound())

/** Read-only: how a link looks in a chat, and who waits for it. */
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

/** Opens a closed link again at once, with what is suggested. */
export async function renewLinkAction(input: unknown): Promise<Result<Opened | null>> {
  return await sellerAction(input, linkIdSchema, ({ scope }, { id }) => renewLink(scope, id, now()))
}

/** Gives a link that was just opened again other places and another period. */
export async function changeRenewalAction(input: unknown): Promise<Result<Opened>> {
  return await sellerAction(input, renewalChangeSchema, ({ scope }, change) => changeRenewal(scope, change, now()))
}

/** Closes a link that was just opened again, as it was before. */
export async function takeRenewalBackAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, renewalSchema, ({ scope }, renewal) => takeRenewalBack(scope, renewal, now()))
}

/** Somebody who waited was told, so their number goes. */
export async function eraseWaiterAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, linkIdSchema, async ({ scope }, { id }) => done(await eraseWaiter(scope, id)))
}
