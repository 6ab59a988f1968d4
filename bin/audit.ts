import { auditConfirmations } from '@/lib/confirmation/audit'
import { closeDatabase } from '@/lib/database/client'

/** `npm run audit`: exits with 1 when any shop's log of confirmations does not hold together. */
const SAYS = {
  missing: 'is missing',
  changed: 'was changed after it was written',
  unchained: 'does not follow the row before it',
  cutOff: 'is gone, with all that came after it: the log ends before its head',
  beyondHead: 'is not what the head of the log says stood there',
} as const

try {
  const { shops, rows, breaks } = await auditConfirmations()
  for (const { shop, merchantId, number, problem } of breaks) console.log(`✗ ${shop} (${merchantId}): confirmation ${number} ${SAYS[problem]}`)
  console.log(breaks.length === 0 ? `✓ ${rows} confirmations of ${shops} shops hold together` : `${breaks.length} of ${shops} shops have a broken log`)
  process.exitCode = breaks.length === 0 ? 0 : 1
} finally {
  await closeDatabase()
}
