import { closeDatabase } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { rebuildRollup } from '@/lib/rollup/roll-up-orders'

/** `npm run reconcile`: exits with 1 when anything disagrees. `-- --quiet` prints differences only, `-- --rebuild` first counts the home page's numbers anew. */
try {
  if (process.argv.includes('--rebuild')) await rebuildRollup()
  const { orders, differences, balances } = await reconcile()
  for (const { check, subject, expected, found } of differences) console.log(`✗ ${check}: ${subject} should be ${expected}, is ${found}`)
  if (!process.argv.includes('--quiet')) {
    for (const { merchantId, mode, currency, account, balance } of balances) console.log(`  ${merchantId} ${mode} ${account.padEnd(8)} ${balance} ${currency}`)
  }
  console.log(differences.length === 0 ? `✓ ${orders} orders agree with their events, links, refunds and the ledger` : `${differences.length} differences in ${orders} orders`)
  process.exitCode = differences.length === 0 ? 0 : 1
} finally {
  await closeDatabase()
}
