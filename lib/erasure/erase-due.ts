import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { ownStorage, type FileStorage } from '@/lib/file/storage'
import { eraseAddresses, eraseProofs } from './store'

/**
 * Erases proofs and addresses whose time has come, `limit` of each at most: the rows first, so that
 * nobody is shown half of it; a file that a crash leaves behind is swept as one without a row. That
 * there was a picture, and its hashes, stay: the same picture is still recognised to the byte.
 * @returns whether there is more
 */
export async function eraseDue({ at, limit }: { at: Date; limit: number }, storage: FileStorage = ownStorage()): Promise<boolean> {
  const { names, addresses } = await inTransaction(async (on) => ({
    names: await eraseProofs(on, { at, limit }),
    addresses: await eraseAddresses(on, { at, limit }),
  }))
  await Promise.allSettled(names.map((name) => storage.remove(name)))
  return names.length === limit || addresses === limit
}
