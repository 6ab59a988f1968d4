import 'server-only'
import { createHash } from 'node:crypto'
import { readableId } from '@/lib/platform/ids'
import { seal, unseal } from '@/lib/platform/secret-box'
import type { Mode } from '@/lib/shop/scope'

const PREFIX = { test: 'SB-Tautan-server-', live: 'Tautan-server-' } as const satisfies Record<Mode, string>

/** 32 readable characters carry 158 bits. */
export const newServerKey = (mode: Mode): string => PREFIX[mode] + readableId(32)

/** How a key is found without being kept in clear: hexadecimal SHA-256. It is random enough to need no salt. */
export const serverKeyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Enough of a key to tell it from the others: eight of its 32 characters, so that 118 bits stay unknown. */
export function maskOf(key: string): string {
  const secretFrom = key.length - 32
  return `${key.slice(0, secretFrom + 4)}…${key.slice(-4)}`
}

const contextOf = (id: string): string => `server key ${id}`

export const sealKey = (id: string, key: string): string => seal(key, contextOf(id))
export const openKey = ({ id, encryptedKey }: { id: string; encryptedKey: string }): string => unseal(encryptedKey, contextOf(id))
