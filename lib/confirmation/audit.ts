import 'server-only'
import { hashOf, NO_HASH } from './chain'
import { findLogHead, listLogged, listLoggedShops, type LoggedConfirmation, type LogHead } from './store'

export type Break = {
  merchantId: string
  shop: string
  /** The first row that does not follow from the one before. */
  number: number
  problem: 'missing' | 'changed' | 'unchained' | 'cutOff' | 'beyondHead'
}

export type Audit = { shops: number; rows: number; breaks: Break[] }

const BATCH = 1_000

/**
 * Computes every shop's chain of confirmations anew, and holds its last row against the head that was
 * written with it: a log that was cut off ends before its head. After a break the rest of that shop's
 * chain says nothing any more, so the first one is told.
 *
 * Not covered: whoever can change rows and heads and knows this code can write a whole new chain. Keep
 * the last hash somewhere else to notice that too.
 */
export async function auditConfirmations(): Promise<Audit> {
  const shops = await listLoggedShops()
  let rows = 0
  const breaks: Break[] = []
  for (const { merchantId, name } of shops) {
    const { checked, found } = await auditShop(merchantId)
    rows += checked
    if (found) breaks.push({ merchantId, shop: name, ...found })
  }
  return { shops: shops.length, rows, breaks }
}

async function auditShop(merchantId: string): Promise<{ checked: number; found: Pick<Break, 'number' | 'problem'> | null }> {
  // Read first: what is confirmed during the audit is beyond this head, never short of it.
  const head = await findLogHead(merchantId)
  let last: Pick<LoggedConfirmation, 'number' | 'hash'> = { number: 0, hash: NO_HASH }
  let isHeadSeen = false
  for (;;) {
    const rows = await listLogged(merchantId, { after: last.number, limit: BATCH })
    for (const row of rows) {
      const expected = last.number + 1
      if (row.number !== expected) return { checked: last.number, found: { number: expected, problem: 'missing' } }
      if (row.previousHash !== last.hash) return { checked: last.number, found: { number: expected, problem: 'unchained' } }
      if (hashOf(row) !== row.hash) return { checked: last.number, found: { number: expected, problem: 'changed' } }
      last = row
      isHeadSeen ||= head?.number === row.number && head.hash === row.hash
    }
    if (rows.length < BATCH) return { checked: last.number, found: endOf(last, { head, isHeadSeen }) }
  }
}

function endOf(last: Pick<LoggedConfirmation, 'number'>, { head, isHeadSeen }: { head: LogHead | null; isHeadSeen: boolean }): Pick<Break, 'number' | 'problem'> | null {
  if (isHeadSeen) return null
  if (head && head.number > last.number) return { number: last.number + 1, problem: 'cutOff' }
  return { number: head?.number ?? 1, problem: 'beyondHead' }
}
