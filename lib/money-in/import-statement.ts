import 'server-only'
import { sql } from '@/lib/database/sql'
import { newRowId } from '@/lib/platform/ids'
import { failure, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { isOtherAccount } from '@/lib/statement/other-account'
import { readStatement } from '@/lib/statement/read-statement'
import { withFingerprints } from './fingerprint'
import { insertImport, updateConfirmedCount } from './import/store'
import { matchCredits } from './match-credits'
import { bankDayOf, momentOf, sortMovements } from './movement'
import { recordCredits } from './record-credits'
import { mappingSchema, type StatementImport } from './schema'
import { listMoneyAccounts, saveMapping } from './source/store'
import type { MoneyResult, NewMovement } from './views'

/**
 * Reads a statement into the account's credits and matches what is new. The same statement again,
 * or one that overlaps, adds nothing that is there.
 * @returns invalid input when it cannot be read, or is another account's: the seller saw why before sending it
 */
export async function importStatement(scope: MerchantScope, { accountId, text, mapping }: StatementImport, at: Date): Promise<Result<MoneyResult>> {
  const account = (await listMoneyAccounts(scope)).find(({ id }) => id === accountId)
  if (!account) return notFound()
  const remembered = mappingSchema.safeParse(account.mapping)
  const reading = readStatement(text, { today: bankDayOf(at), mapping, remembered: remembered.data ?? null })
  if (!reading.ok) return failure({ kind: 'conflict', message: `statement.${reading.failure}` })

  if (isOtherAccount(text, reading.statement, account)) return failure({ kind: 'conflict', message: 'statement.otherAccount' })

  const { credits, reversals, suspects } = sortMovements(withFingerprints(reading.statement.entries))
  const key = { merchantId: scope.merchantId, accountId }
  const importId = newRowId(at.getTime())
  const movements = credits.map((entry) => ({ ...movementOf(entry), doubt: suspects.has(entry.fingerprint) ? ('equalDebit' as const) : null }))
  const recorded = await recordCredits(key, { credits: movements, reversals: reversals.map(movementOf), source: 'statement', importId, at }, async (on, { added }) => {
    await insertImport(on, { ...key, id: importId, actorId: scope.userId, layout: reading.statement.layout, creditCount: credits.length, newCount: added, at })
    if (mapping) await saveMapping(on, key, mapping)
  })
  const matched = await matchCredits(accountId, at)
  await updateConfirmedCount(sql, importId, matched.confirmed)
  return success({ received: credits.length, ...recorded, ...matched })
}

function movementOf(entry: ReturnType<typeof withFingerprints>[number]): NewMovement {
  const { fingerprint, amount, description, time } = entry
  return { fingerprint, amount, description, at: momentOf(entry), hasTime: time !== null }
}
