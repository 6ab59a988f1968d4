import 'server-only'
import { inTransaction, type Sql } from '@/lib/database/sql'
import { addNews } from '@/lib/news/add-news'
import { bankDayOf } from './movement'
import { listReversible, markReversed } from './reversal/store'
import { takesBack } from './rules'
import { countCreditsOfDays, insertCredits, lockAccount, type AccountKey, type CreditToInsert } from './store'
import type { CreditSource, NewMovement } from './views'

export type Recording = {
  credits: readonly CreditToInsert[]
  /** Debits that take credits back. */
  reversals: readonly NewMovement[]
  source: CreditSource
  importId: string | null
  at: Date
}

export type Recorded = { added: number; reversed: number }

const DAY_MS = 86_400_000

/**
 * Writes down what is new, all or nothing, one statement of an account after the other. What a
 * sender and a statement both tell is one credit, however each of them words it: as many equal
 * credits of a day as the one has told are left out of the other.
 * @param also runs in the same transaction
 */
export async function recordCredits(account: AccountKey, { credits, reversals, source, importId, at }: Recording, also: (on: Sql, recorded: Recorded) => Promise<void>): Promise<Recorded> {
  return await inTransaction(async (on) => {
    await lockAccount(on, account.accountId)
    const added = await insertCredits(on, account, { credits: await withoutKnown(on, account.accountId, credits, source), source, importId, at })
    let reversed = 0
    for (const debit of reversals) reversed += (await takeBack(on, account, debit, at)) ? 1 : 0
    await also(on, { added, reversed })
    return { added, reversed }
  })
}

async function withoutKnown(on: Sql, accountId: string, credits: readonly CreditToInsert[], source: CreditSource): Promise<CreditToInsert[]> {
  const keyOf = (amount: number | bigint, day: string) => `${amount} ${day}`
  const counted = await countCreditsOfDays(on, accountId, [...new Set(credits.map(({ amount }) => amount))])
  const told = new Map<string, number>()
  for (const { amount, day, source: who, isKnown, count } of counted) {
    const key = keyOf(amount, day)
    if (who !== source && !isKnown) told.set(key, (told.get(key) ?? 0) + count)
    // A sender's credits that were left out before have used up their places.
    else if (who === source && isKnown) told.set(key, (told.get(key) ?? 0) - count)
  }
  return credits.flatMap((credit) => {
    const key = keyOf(credit.amount, bankDayOf(credit.at))
    const left = told.get(key) ?? 0
    if (left <= 0) return [credit]
    told.set(key, left - 1)
    // Kept, so that the same telling is known again.
    return [{ ...credit, doubt: 'known' as const }]
  })
}

/** @returns whether a credit was taken back. One that had paid an order rings the bell. */
async function takeBack(on: Sql, { merchantId, accountId }: AccountKey, debit: NewMovement, at: Date): Promise<boolean> {
  const until = debit.hasTime ? debit.at : new Date(debit.at.getTime() + DAY_MS - 1)
  const reversible = await listReversible(on, accountId, { fingerprint: debit.fingerprint, amount: debit.amount, until })
  const named = reversible.find(({ description }) => takesBack(withoutReversalWords(debit.description), [description]))
  const credit = named ?? reversible[0]
  if (!credit) return false
  const paid = await markReversed(on, credit.id, debit.fingerprint)
  if (paid) {
    const { creditId, orderId, ...data } = paid
    await addNews(on, [{ merchantId, mode: 'live', type: 'credit.reversed', orderId, data, dedupeKey: `credit.reversed:${creditId}`, at }])
  }
  return true
}

/** Only the names are left to compare. */
const withoutReversalWords = (text: string): string => text.replaceAll(/\b(?:revers\w*|koreksi|pembatalan|batal|retur|refund|void|return|rev|kor|gagal|dibatalkan|pengembalian)\b/gi, ' ')
