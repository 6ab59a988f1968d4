import 'server-only'
import DataLoader from 'dataloader'
import { Prisma } from './client'

/**
 * What many ask at the same moment, asked once: gathers everything that is asked in one turn of the
 * event loop, and `load` answers it with one statement. A lone question waits for nobody; under load
 * a round trip to the database, which costs more than the query, is shared.
 *
 * While a statement is on its way, who comes gathers for the next one, which goes when the first is back: so
 * PostgreSQL and we work at the same time, and the more people ask, the more of them share. A statement that takes
 * long is waited for no longer than {@link PATIENCE_MS}.
 *
 * Nothing is kept: each answer is read after its question was asked. An error is everybody's.
 *
 * @param load answers in the order of the questions, null where there is nothing
 */
export function together<Question, Answer>(load: (questions: readonly Question[]) => Promise<Answer[]>): (question: Question) => Promise<Answer> {
  let running = 0
  const gathered = new Set<() => void>()
  const send = (ask: () => void) => void (gathered.delete(ask) && ask())
  const answer = async (questions: readonly Question[]) => {
    running++
    try {
      return await load(questions)
    } finally {
      running--
      gathered.forEach(send)
    }
  }
  const batchScheduleFn = (ask: () => void) => {
    if (running === 0) return void setImmediate(ask)
    gathered.add(ask)
    setTimeout(send, PATIENCE_MS, ask)
  }
  const loader = new DataLoader<Question, Answer>(answer, { cache: false, maxBatchSize: AT_ONCE, batchScheduleFn })
  return (question) => loader.load(question)
}

const PATIENCE_MS = 10
const AT_ONCE = 100

/** Puts rows that came in any order where they were asked for. */
export function inOrderOf<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return keys.map((key) => byKey.get(key) ?? null)
}

/**
 * `IN` what was asked, for statements that are sent again and again. How long an array is PostgreSQL knows only once it has it, so it
 * plans `= ANY($1)` anew each time, which takes longer than these statements do. A JSON list it takes for a hundred values, and keeps the plan.
 */
export const among = (asked: readonly string[]): Prisma.Sql => Prisma.sql`IN (SELECT json_array_elements_text(${JSON.stringify(asked)}::json))`
