import type { StatementEntry } from '@/lib/statement/views'
import { takesBack } from './rules'

/** Banks in Indonesia print Western Indonesia Time, whatever the shop's own zone is. */
const BANK_OFFSET = '+07:00'
const BANK_OFFSET_MS = 7 * 3_600_000

export const momentOf = ({ day, time }: Pick<StatementEntry, 'day' | 'time'>): Date => new Date(`${day}T${time ?? '00:00:00'}${BANK_OFFSET}`)

/** YYYY-MM-DD on the bank's calendar. */
export const bankDayOf = (at: Date): string => new Date(at.getTime() + BANK_OFFSET_MS).toISOString().slice(0, 10)

type Entry = StatementEntry & { fingerprint: string }

export type Sorted = {
  credits: Entry[]
  /** Debits that take a credit back, by their words. */
  reversals: Entry[]
  /** Amounts that also went out again, nobody says why: none of these credits confirms by itself. */
  suspects: Set<string>
}

const REVERSAL_DAYS_MS = 3 * 86_400_000

/** What the debits of a statement mean for its credits, in whatever order its rows stand. */
export function sortMovements(entries: readonly Entry[]): Sorted {
  const credits = entries.filter(({ direction }) => direction === 'credit')
  const byAmount = Map.groupBy(credits, ({ amount }) => amount)
  const reversals: Entry[] = []
  const suspects = new Set<string>()
  for (const debit of entries) {
    if (debit.direction !== 'debit') continue
    const before = (byAmount.get(debit.amount) ?? []).filter(({ day }) => {
      const apart = Date.parse(debit.day) - Date.parse(day)
      return apart >= 0 && apart <= REVERSAL_DAYS_MS
    })
    if (takesBack(debit.description, before.map(({ description }) => description))) reversals.push(debit)
    else for (const credit of before) suspects.add(credit.fingerprint)
  }
  return { credits, reversals, suspects }
}
