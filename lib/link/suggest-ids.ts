import 'server-only'
import { randomUUID } from 'node:crypto'
import { readableId } from '@/lib/platform/ids'

/** Of 5,000 made at once, two would share five characters every third time. */
const CHARACTERS = { one: 5, many: 8 }

/**
 * What the create form opens with, or each of many links that are made at once. The slug is short and unguessable (49 bits: Midtrans' own
 * advice against sequential ids); the order ID carries the date, to be found by.
 */
export function suggestIds({ timeZone, at, count = 'one' }: { timeZone: string; at: Date; count?: keyof typeof CHARACTERS }): { submissionId: string; orderId: string; slug: string } {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, year: '2-digit', month: '2-digit', day: '2-digit' }).format(at)
  return {
    submissionId: randomUUID(),
    orderId: `${date.replaceAll('-', '')}-${readableId(CHARACTERS[count]).toUpperCase()}`,
    slug: readableId(10),
  }
}
