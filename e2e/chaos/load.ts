import { newPerson, openForm, pause, pay, sendOrder, tokenOf, type Person } from './customer.ts'
import type { Random } from './seeded-random.ts'
import type { World } from './world.ts'

/** What a customer was told with a 303 and may rely on from then on. */
type Acknowledged = { token: string; person: Person; slug: string; paid: boolean }

/** Keeps what was acknowledged, and every answer that was none of the expected ones. */
export class Book {
  readonly acknowledged: Acknowledged[] = []
  readonly strange: string[] = []
  unanswered = 0
  sorry = 0
  lastPlacedAt = 0

  /** @returns what of it the database does not know any more, from the entry number `from` on */
  async missing({ query }: World, from = 0): Promise<string[]> {
    const entries = this.acknowledged.slice(from)
    const rows = await query<{ token: string; slug: string; status: string; name: string; phone: string; email: string }>(
      `SELECT o.token, l.slug, o.status, o.customer_name AS name, o.customer_phone AS phone, o.customer_email AS email
       FROM orders o JOIN links l ON l.id = o.link_id WHERE o.token = ANY($1)`,
      [entries.map(({ token }) => token)],
    )
    const found = new Map(rows.map((row) => [row.token, row]))
    return entries.flatMap(({ token, person, slug, paid }) => {
      const row = found.get(token)
      if (!row) return [`the order of ${person.name} is gone`]
      if (row.slug !== slug || row.name !== person.name || row.email !== person.email || digits(row.phone) !== digits(person.phone)) return [`the order of ${person.name} has other data`]
      return paid && row.status !== 'paid' ? [`the payment of ${person.name} is ${row.status}`] : []
    })
  }
}

const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(62|0)/, '')

type Load = { url: string; slugs: string[]; customers: number; random: Random; book: Book; signal: AbortSignal }

/** Customers who open, order and mostly pay, one after the other, until the signal. A shop that does not answer is asked again. */
export async function keepOrdering({ customers, ...load }: Load): Promise<void> {
  await Promise.all(Array.from({ length: customers }, () => oneAfterTheOther(load)))
}

async function oneAfterTheOther({ url, slugs, random, book, signal }: Omit<Load, 'customers'>): Promise<void> {
  while (!signal.aborted) {
    try {
      await buy({ url, slug: random.pick(slugs), random, book })
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') book.strange.push('a request hung')
      book.unanswered++
      await pause(random, 60)
    }
  }
}

async function buy({ url, slug, random, book }: { url: string; slug: string; random: Random; book: Book }): Promise<void> {
  const opened = await openForm(url, slug)
  if (!isExpected(opened, 200, book)) return await pause(random, 60)
  const person = newPerson()
  const placed = await sendOrder(url, slug, opened.fields, person)
  if (!isExpected(placed, 303, book)) return await pause(random, 60)
  const entry = { token: tokenOf(placed.location), person, slug, paid: false }
  book.acknowledged.push(entry)
  book.lastPlacedAt = Date.now()
  if (random.between(0, 1) < 0.2) return
  const settled = await pay(url, placed.location)
  entry.paid = isExpected(settled, 303, book)
}

/** A page that says "one moment please" is an honest answer too; anything else is noted. */
function isExpected({ status, body }: { status: number; body: string }, wanted: number, book: Book): boolean {
  if (status === wanted) return true
  if (status === 503 && SORRY.test(body)) book.sorry++
  else book.strange.push(`${status} instead of ${wanted}: ${body.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ').slice(0, 120)}`)
  return false
}

const SORRY = /Tunggu sebentar/
