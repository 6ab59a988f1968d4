import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { isSamePicture, type ReadPicture } from '@/lib/file/read-picture'
import { newFileName, ownStorage, type FileStorage } from '@/lib/file/storage'
import { deleteFile, insertFile } from '@/lib/file/store'
import { announce } from '@/lib/order/announce'
import { isReceived } from '@/lib/order/status'
import { newRowId } from '@/lib/platform/ids'
import { listNearPictures, lockClaimedOrder, saveClaim } from './store'

export type ClaimWish = {
  /** The order's row id, found by the secret in its page's address. */
  orderId: string
  picture: ReadPicture | null
  note: string | null
  /** What the customer says they transferred, in minor units. */
  transferredAmount: number | null
}

/** `settled`: its money is there already, or is a card's: nothing to claim. */
export type ClaimOutcome = 'claimed' | 'settled' | 'notFound'

/**
 * A customer says that they have paid. The order waits in review and keeps its place; one that had
 * ended stays ended, and waits for the seller all the same. Nothing is marked paid. Saying it again
 * replaces the proof.
 *
 * The file is on the disk before its row is written: what a crash leaves behind is swept.
 */
export async function claimPayment({ orderId, picture, note, transferredAmount }: ClaimWish, at: Date, storage: FileStorage = ownStorage()): Promise<ClaimOutcome> {
  const name = picture && newFileName()
  if (picture && name) await storage.write(name, picture.jpeg)
  const likeOrderId = picture && (await findLike(orderId, picture, storage))
  const useless: string[] = []
  const outcome = await inTransaction(async (on): Promise<ClaimOutcome> => {
    const order = await lockClaimedOrder(on, orderId)
    if (!order) return 'notFound'
    if (isReceived(order.status) || order.status === 'authorized') return 'settled'
    const { merchantId, mode } = order
    const fileId = newRowId(at.getTime())
    if (picture && name) await insertFile(on, { id: fileId, merchantId, name, contentType: 'image/jpeg', bytes: picture.jpeg.length }, at)
    await saveClaim(on, {
      id: newRowId(at.getTime()), orderId, merchantId, mode, note, transferredAmount, at,
      picture: picture && { fileId, sentHash: picture.sentHash, pictureHash: picture.pictureHash, likeOrderId },
    })
    const replaced = picture && order.fileId ? await deleteFile(on, order.fileId) : null
    if (replaced) useless.push(replaced)
    await announce({ orderId, news: 'claim', actor: 'customer', at }, on)
    return 'claimed'
  })
  if (outcome !== 'claimed' && name) useless.push(name)
  // What cannot be removed now is swept later.
  await Promise.allSettled(useless.map((old) => storage.remove(old)))
  return outcome
}

/** The order of the shop whose kept proof is this picture, saved again. */
async function findLike(orderId: string, picture: ReadPicture, storage: FileStorage): Promise<string | null> {
  for (const near of await listNearPictures(orderId, picture.pictureHash)) {
    const kept = await storage.read(near.name)
    if (kept && (await isSamePicture(picture.jpeg, kept))) return near.orderId
  }
  return null
}
