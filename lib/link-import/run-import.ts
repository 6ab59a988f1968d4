import 'server-only'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema } from '@/lib/link/schema'
import { fieldErrorsOf } from '@/lib/platform/field-errors'
import { now } from '@/lib/platform/clock'
import type { AppError, FieldErrors } from '@/lib/platform/result'
import { finishImport, listWaitingRows, markRow, takeUpImport, type ImportTask, type WaitingRow } from './store'

/** After each batch the seller's cancelling is heard. */
const BATCH = 25

/**
 * The job: makes the links of an import, row by row, as the create form would. It can break off
 * anywhere and be run again, even twice at once: a row's link has the row's submission id, so making
 * it again answers with the same link.
 * @param clock the time at which each link is made
 */
export async function runImports(jobs: readonly { importId: string }[], clock: () => Date = now): Promise<void> {
  for (const { importId } of jobs) {
    const task = await takeUpImport(importId)
    if (task) await makeRows(importId, task, clock)
  }
}

async function makeRows(importId: string, task: ImportTask, clock: () => Date): Promise<void> {
  for (;;) {
    const rows = await listWaitingRows(importId, BATCH)
    if (rows.length === 0) break
    for (const row of rows) await markRow(importId, row.row, await makeRow(task, row, clock()))
  }
  await finishImport(importId, clock())
}

async function makeRow({ scope, timeZone }: ImportTask, { wish }: WaitingRow, at: Date): Promise<Parameters<typeof markRow>[2]> {
  const parsed = createLinkSchema.safeParse(wish)
  if (!parsed.success) return { problems: problemsOf(fieldErrorsOf(parsed.error)) }
  const made = await createLink(scope, parsed.data, { timeZone, at })
  return made.ok ? { linkId: made.value.id } : { problems: problemsOf(fieldsOf(made.error)) }
}

const fieldsOf = (error: AppError): FieldErrors => (error.kind === 'invalid' ? error.fields : { '': 'unexpected' })

/** What became wrong since the seller saw the preview. */
const problemsOf = (fields: FieldErrors) => Object.entries(fields).map(([path, message]) => ({ column: COLUMN_OF_FIELD[path] ?? '', message }))

const COLUMN_OF_FIELD: Record<string, string | undefined> = { orderId: 'order_id', slug: 'payment_link_id', paymentMethods: 'enabled_payments', accountsOff: 'receiving_accounts', 'expiry.at': 'expiry', 'expiry.amount': 'expiry', startsAt: 'start_time' }
