import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'

/**
 * Where files are kept, under names that this server makes up: never a word of whoever sent them.
 * A file is there completely or not at all.
 */
export type FileStorage = {
  write(name: string, content: Buffer): Promise<void>
  /** As `write`, of what never is in memory as a whole. @returns how many bytes; nothing is left of what breaks off */
  writeAll(name: string, pieces: AsyncIterable<Buffer>): Promise<number>
  /** Null when there is none. */
  read(name: string): Promise<Buffer | null>
  /** As `read`, piece by piece. */
  readPieces(name: string): Promise<{ bytes: number; pieces: AsyncIterable<Uint8Array> } | null>
  /** No error when there is none. */
  remove(name: string): Promise<void>
  /** Names of everything that was last written before `moment`, half-written files too. */
  listOlderThan(moment: Date): Promise<string[]>
}

/** 160 random bits: nobody guesses one, and no two are the same. */
export const newFileName = (): string => randomBytes(20).toString('hex')

/** The names of {@link newFileName}, and of such a file while it is written. */
const KNOWN_NAME = /^[0-9a-f]{40}(\.part)?$/

export function diskStorage(folder: string): FileStorage {
  const pathOf = (name: string): string => {
    if (!KNOWN_NAME.test(name)) throw new Error('not the name of a stored file')
    return join(/* turbopackIgnore: true */ folder, name)
  }
  return {
    async write(name, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = pathOf(name)
      const part = `${path}.part`
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
    },
    async writeAll(name, pieces) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = pathOf(name)
      const part = `${path}.part`
      const file = await open(part, 'wx', 0o600)
      let bytes = 0
      try {
        for await (const piece of pieces) {
          await file.writeFile(piece)
          bytes += piece.byteLength
        }
        await file.sync()
        await file.close()
        await rename(part, path)
      } catch (error) {
        await file.close().catch(() => undefined)
        await unlink(part).catch(unlessMissing)
        throw error
      }
      return bytes
    },
    async readPieces(name) {
      const file = await open(pathOf(name), 'r').catch(unlessMissing)
      if (!file) return null
      const { size } = await file.stat()
      return { bytes: size, pieces: file.createReadStream() }
    },
    async read(name) {
      return await readFile(pathOf(name)).catch(unlessMissing)
    },
    async remove(name) {
      await unlink(pathOf(name)).catch(unlessMissing)
    },
    async listOlderThan(moment) {
      const names = (await readdir(folder).catch(unlessMissing)) ?? []
      const old: string[] = []
      for (const name of names) {
        if (!KNOWN_NAME.test(name)) continue
        const facts = await stat(pathOf(name)).catch(unlessMissing)
        if (facts && facts.mtime < moment) old.push(name)
      }
      return old
    },
  }
}

/** This server's own: the folder `files` beside the database. */
export const ownStorage = (): FileStorage => diskStorage(join(/* turbopackIgnore: true */ env().DATA_DIR, 'files'))

function unlessMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
