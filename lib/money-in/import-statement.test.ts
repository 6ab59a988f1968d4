import { expect, it } from 'vitest'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { expectOrder, makeLiveShop } from '@/prisma/testing/expected-orders'
import { later, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { importStatement } from './import-statement'

useTestDatabase()

it('says of every credit what became of it, also of those whose orders the seller had confirmed by eye', async () => {
  const shop = await makeLiveShop()
  const open = { placedAt: NOON, expiresAt: later(NOON, 600) }
  const [seen] = [await expectOrder(shop, { amount: 85_003, ...open }), await expectOrder(shop, { amount: 85_004, ...open })]
  await confirmPayment(shop.scope, { orderId: seen, facts: {}, at: later(NOON, 30) })
  const rows = ['85,003.00', '85,004.00', '12,345.00'].map((amount) => `"20/11","TRSF E-BANKING CR SARI","0000","${amount}","CR","1.00"`)
  const text = ['"Periode : 01/11/2026 - 30/11/2026"', ...rows].join('\n')
  expect(await importStatement(shop.scope, { accountId: shop.accountId, text, mapping: null }, later(NOON, 60))).toEqual({ ok: true, value: { received: 3, added: 3, confirmed: 1, attached: 1, waiting: 1, reversed: 0 } })
})
