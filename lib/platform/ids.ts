import { randomFillSync, randomInt } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when read out or typed. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * A row's id: UUID version 7 (RFC 9562 §5.7), so that new rows land at the end of the primary key's index.
 * @param atMs milliseconds since 1970
 */
export function newRowId(atMs: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(atMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Random text of `length` readable characters; ten of them carry 49 bits. */
export function readableId(length: number): string {
  return Array.from({ length }, () => READABLE.charAt(randomInt(READABLE.length))).join('')
}

/** 128 random bits as 22 characters that fit into an address. */
export function secretToken(): string {
  return randomBytes(16).toString('base64url')
}

/** The system is asked for 4 KB at a time: asking it for each id took as long as reading a row. No byte is given out twice. */
const pool = Buffer.alloc(4_096)
let used = pool.length

function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + count))
  used += count
  return bytes
}
