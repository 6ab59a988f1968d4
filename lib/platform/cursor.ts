import { z } from 'zod'

/** The last row of a newest-first page. */
export type Cursor = { createdAt: Date; id: string }

/** The end of the year 9999: a later moment is none of a row of ours, and the database could not read it. */
const LATEST = 253_402_300_799_999

const shape = z.tuple([z.number().int().positive().max(LATEST), z.uuid()])

export function encodeCursor({ createdAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([createdAt.getTime(), id])).toString('base64url')
}

/** Undefined for anything that this code did not write: the list then begins at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  try {
    const [time, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { createdAt: new Date(time), id }
  } catch {
    return undefined
  }
}
