import 'server-only'
import { inTransaction, sql } from '@/lib/database/sql'
import { announce } from '@/lib/order/announce'
import { findExpectedAmounts, listExpectingOrders } from './expected/store'
import { judgeCredit } from './rules'
import { decideOpenCredit, listUnjudgedCredits, lockAccount, lockOpenCredit, markDoubtful } from './store'

/**
 * Judges every credit of an account that nobody has judged yet. What fits exactly one order
 * confirms it by itself, the credit and the order in one transaction; everything else waits for the
 * seller with the reason. A run that broke off is finished by the next one.
 * @returns how many confirmed an order, how many are the money of one that the seller had confirmed, and how many wait
 */
export async function matchCredits(accountId: string, at: Date): Promise<{ confirmed: number; attached: number; waiting: number }> {
  const credits = await listUnjudgedCredits(accountId)
  const expected = await findExpectedAmounts(accountId, [...new Set(credits.map(({ amount }) => amount))])
  const strangers = credits.filter(({ amount }) => !expected.has(amount))
  await markDoubtful(sql, strangers.map(({ id }) => id), 'noOrder')
  const outcomes: MatchOutcome[] = strangers.map(() => 'waiting')
  for (const { id, amount } of credits) if (expected.has(amount)) outcomes.push(await matchCredit(accountId, id, at))
  const count = (wanted: MatchOutcome) => outcomes.filter((outcome) => outcome === wanted).length
  return { confirmed: count('confirmed'), attached: count('attached'), waiting: count('waiting') }
}

type MatchOutcome = 'confirmed' | 'attached' | 'waiting' | 'gone'

async function matchCredit(accountId: string, id: string, at: Date): Promise<MatchOutcome> {
  return await inTransaction(async (on) => {
    // Two credits of one amount are judged one after the other: the second sees what the first paid.
    await lockAccount(on, accountId)
    const credit = await lockOpenCredit(on, id)
    if (!credit) return 'gone'
    const decide = (orderId: string) => decideOpenCredit(on, { id, state: 'matched', orderId, userId: null, at })
    for (;;) {
      const verdict = judgeCredit(credit, await listExpectingOrders(accountId, credit.amount, on), at)
      switch (verdict.kind) {
        case 'doubt':
          await markDoubtful(on, [id], verdict.doubt)
          return 'waiting'
        case 'attach':
          await decide(verdict.orderId)
          return 'attached'
        case 'confirm': {
          const outcome = await announce({ orderId: verdict.orderId, news: 'settle', actor: 'rail', reason: 'bankCredit', at }, on)
          if (outcome.kind === 'applied') {
            await decide(verdict.orderId)
            return 'confirmed'
          }
          // The seller confirmed it in this very moment: judged again, now that this shows.
          if (outcome.kind === 'alreadyApplied') continue
          await markDoubtful(on, [id], 'otherTime')
          return 'waiting'
        }
      }
    }
  })
}
