import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import { ownStorage, type FileStorage } from '@/lib/file/storage'
import { eraseAddresses, eraseProofs } from './store'

/**
 * Erases proofs, notes and addresses whose time has come, `limit` of each at most: the rows first, so that
 * nobody is shown half of it; a file that a crash leaves behind is swept as one without a row. That
 * there was a picture, and its hashes, stay: the same picture is still recognised to the byte.
 * @returns whether there is more
 */
export async function eraseDue({ at, limit }: { at: Date; limit: number }, storage: FileStorage = ownStorage()): Promise<boolean> {
  const { proofs, addresses } = await inTransaction(async (on) => ({
    proofs: await eraseProofs(on, { at, limit }),
    addresses: await eraseAddresses(on, { at, limit }),
  }))
  await Promise.allSettled(proofs.names.map((name) => storage.remove(name)))
  return proofs.count === limit || addresses === limit
}
