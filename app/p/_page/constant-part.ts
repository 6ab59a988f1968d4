import { randomUUID } from 'node:crypto'

/**
 * Most of a payment page's bytes are the same for everybody: its styles, its list of methods. They
 * are turned into bytes once; while a page is rendered a mark stands in their place. The mark is
 * random for each process, so that nothing a customer or a seller types can be one.
 */
const MARK = randomUUID()
const MAX_KEPT = 1_000

const kept: Buffer[] = []
const marks = new Map<string, string>()

/** What to render instead of `html`, which must not depend on who looks. */
export function constantPart(html: string): string {
  const known = marks.get(html)
  if (known !== undefined) return known
  if (kept.length >= MAX_KEPT) return html
  const mark = `${MARK}:${kept.push(Buffer.from(html)) - 1}:`
  marks.set(html, mark)
  return mark
}

/** A rendered page as bytes, with what belongs in the places of the marks. */
export function bytesOf(page: string): Buffer<ArrayBuffer> {
  const [first = '', ...rest] = page.split(`${MARK}:`)
  const pieces = rest.flatMap((piece) => {
    const end = piece.indexOf(':')
    return [kept[Number(piece.slice(0, end))] ?? Buffer.alloc(0), Buffer.from(piece.slice(end + 1))]
  })
  return Buffer.concat([Buffer.from(first), ...pieces])
}
