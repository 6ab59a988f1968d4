import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { claimPayment } from '@/lib/claim/claim-payment'
import { listOpenClaims } from '@/lib/claim/store'
import type { ClaimView } from '@/lib/claim/views'
import { prisma } from '@/lib/database/client'
import { readPicture } from '@/lib/file/read-picture'
import { diskStorage, type FileStorage } from '@/lib/file/storage'
import type { OrderStatus } from '@/lib/order/status'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, NOON } from './factories'

/** Minutes, as `later` takes them. */
export const DAY = 24 * 60

type Said = { proof?: Buffer; at?: Date; transferredAmount?: number | null; note?: string | null }

export type Claims = {
  storage: FileStorage
  folder: string
  /** The names of the proofs that are kept. */
  files: () => string[]
  claim: (orderId: string, said?: Said) => ReturnType<typeof claimPayment>
  /** An order whose customer says that they have paid. */
  claimed: (scope: MerchantScope, said?: Said) => ReturnType<typeof makeOrder>
}

/** What customers say, and a folder for their proofs that is gone after the calling test file. Call it once at the top level. */
export function useClaims(): Claims {
  const folder = mkdtempSync(join(tmpdir(), 'claims-'))
  const storage = diskStorage(join(folder, 'files'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const claim: Claims['claim'] = async (orderId, { proof, at = NOON, transferredAmount = null, note = null } = {}) =>
    await claimPayment({ orderId, picture: proof ? await pictureOf(proof) : null, transferredAmount, note }, at, storage)
  return {
    storage,
    folder,
    files: () => readdirSync(join(folder, 'files')),
    claim,
    claimed: async (scope, { at = NOON, ...said } = {}) => {
      const order = await makeOrder((await makeLink(scope, { usageLimit: 5 })).slug, {}, at)
      await claim(order.id, { at, ...said })
      return order
    },
  }
}

async function pictureOf(sent: Buffer) {
  const read = await readPicture(sent)
  if (!read.ok) throw new Error(read.problem)
  return read.picture
}

export const queueOf = async (scope: MerchantScope, at = NOON): Promise<ClaimView[]> => (await listOpenClaims(scope, {}, at)).claims
export const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (items.length !== 1 || item === undefined) throw new Error(`${items.length} instead of one`)
  return item
}
export const statusOf = async (id: string): Promise<OrderStatus> => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
export const logOf = async (orderId: string) => await prisma.confirmation.findMany({ where: { orderId }, orderBy: { number: 'asc' } })
