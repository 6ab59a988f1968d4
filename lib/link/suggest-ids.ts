import 'server-only'
import { randomUUID } from 'node:crypto'
import { readableId } from '@/lib/platform/ids'

/**
 * What the create form opens with. The slug is short and unguessable (49 bits: Midtrans' own
 * advice against sequential ids); the order ID carries the date, to be found by.
 */
export function suggestIds({ timeZone, at }: { timeZone: string; at: Date }): { submissionId: string; orderId: string; slug: string } {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, year: '2-digit', month: '2-digit', day: '2-digit' }).format(at)
  return {
    submissionId: randomUUID(),
    orderId: `${date.replaceAll('-', '')}-${readableId(5).toUpperCase()}`,
    slug: readableId(10),
  }
}
