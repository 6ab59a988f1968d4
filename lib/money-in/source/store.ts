import 'server-only'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { listReceivingAccounts } from '@/lib/receiving/store'
import type { MerchantScope } from '@/lib/shop/scope'
import type { StatementMapping } from '@/lib/statement/views'
import type { MoneyAccount } from '../views'

type SourceRow = { accountId: string; mapping: unknown; secretChangedAt: Date | null; lastReceivedAt: Date | null }

/** The live shop's accounts that have statements: banks and QRIS, with how their money is heard of. */
export async function listMoneyAccounts(scope: MerchantScope): Promise<MoneyAccount[]> {
  if (scope.mode !== 'live') return []
  const sources = await queryRows<SourceRow>`
    SELECT account_id AS "accountId", mapping, secret_changed_at AS "secretChangedAt", last_received_at AS "lastReceivedAt"
    FROM money_sources WHERE merchant_id = ${scope.merchantId}::uuid`
  const known = new Map(sources.map((source) => [source.accountId, source]))
  return (await listReceivingAccounts(scope)).flatMap(({ id, label, details }) => {
    if (details.kind !== 'bank' && details.kind !== 'qris') return []
    const source = known.get(id)
    const name = details.kind === 'bank' ? `${details.bank} ${details.number}` : details.merchantName
    const bank = details.kind === 'bank' ? { bank: details.bank, number: details.number } : { bank: null, number: null }
    return [{ id, label, kind: details.kind, name, ...bank, mapping: source?.mapping ?? null, secretChangedAt: source?.secretChangedAt ?? null, lastReceivedAt: source?.lastReceivedAt ?? null }]
  })
}

export async function saveMapping(on: Sql, { merchantId, accountId }: { merchantId: string; accountId: string }, mapping: StatementMapping): Promise<void> {
  await on.execute`
    INSERT INTO money_sources (account_id, merchant_id, mapping) VALUES (${accountId}::uuid, ${merchantId}::uuid, ${JSON.stringify(mapping)}::jsonb)
    ON CONFLICT (account_id) DO UPDATE SET mapping = excluded.mapping`
}

/** @returns false when the live shop has no such account */
export async function saveSecret(scope: MerchantScope, accountId: string, { sealed, at }: { sealed: string | null; at: Date }): Promise<boolean> {
  return (await execute`
    INSERT INTO money_sources (account_id, merchant_id, encrypted_secret, secret_changed_at)
    SELECT id, merchant_id, ${sealed}::text, ${sealed === null ? null : at}::timestamptz FROM receiving_accounts
    WHERE id = ${accountId}::uuid AND merchant_id = ${scope.merchantId}::uuid AND deleted_at IS NULL AND kind IN ('bank', 'qris') AND ${scope.mode} = 'live'
    ON CONFLICT (account_id) DO UPDATE SET encrypted_secret = excluded.encrypted_secret, secret_changed_at = excluded.secret_changed_at`) === 1
}

/** Whoever's it is: only what was signed with its secret asks. Null when nobody may send. */
export async function findSender(accountId: string): Promise<{ merchantId: string; encryptedSecret: string } | null> {
  const [row] = await queryRows<{ merchantId: string; encryptedSecret: string }>`
    SELECT s.merchant_id AS "merchantId", s.encrypted_secret AS "encryptedSecret"
    FROM money_sources s JOIN receiving_accounts a ON a.id = s.account_id
    WHERE s.account_id = ${accountId}::uuid AND s.encrypted_secret IS NOT NULL AND a.deleted_at IS NULL`
  return row ?? null
}

export async function touchSource(accountId: string, at: Date): Promise<void> {
  await execute`UPDATE money_sources SET last_received_at = ${at} WHERE account_id = ${accountId}::uuid`
}
