import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { reconcile } from './reconcile'

useTestDatabase()

async function paidOrder() {
  const scope = await makeShop()
  const link = await makeLink(scope, { usageLimit: 5 })
  const order = await makeOrder(link.slug, { method: 'gopay' })
  await announce({ orderId: order.id, news: 'settle', actor: 'rail', fee: 700, at: NOON })
  return { scope, link, order }
}

const GUARDED = ['orders', 'order_events', 'ledger_transfers']

/** Does what no code of ours can: the triggers are off inside. */
async function tamper(statement: string): Promise<void> {
  const triggers = (state: string) => GUARDED.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER`)
  const statements = [...triggers('DISABLE'), statement, ...triggers('ENABLE')]
  await prisma.$transaction(statements.map((text) => prisma.$executeRawUnsafe(text)))
}

const checks = async () => (await reconcile()).differences.map(({ check }) => check)

describe('reconcile', () => {
  it('finds nothing where everything agrees, and accounts that sum to nothing', async () => {
    const { scope } = await paidOrder()
    const { differences, balances, orders } = await reconcile()
    expect(differences).toEqual([])
    expect(orders).toBeGreaterThan(0)
    const own = balances.filter(({ merchantId }) => merchantId === scope.merchantId)
    expect(Object.fromEntries(own.map(({ account, balance }) => [account, balance]))).toEqual({ customer: -85_000n, order: 0n, merchant: 84_300n, fee: 700n })
  })

  it.each([
    ['held places are open orders', (id: string) => `UPDATE links SET held_count = held_count + 1 WHERE id = (SELECT link_id FROM orders WHERE id = '${id}')`],
    ['used places are orders that took one', (id: string) => `UPDATE links SET used_count = 0 WHERE id = (SELECT link_id FROM orders WHERE id = '${id}')`],
    ['an order is where its last event left it', (id: string) => `DELETE FROM order_events WHERE order_id = '${id}' AND type = 'settle'`],
    ['paid orders have an event of it', (id: string) => `DELETE FROM order_events WHERE order_id = '${id}' AND type = 'settle'`],
    ['each event begins where the one before ended', (id: string) => `DELETE FROM order_events WHERE order_id = '${id}' AND type = 'placed'`],
    ['the ledger has what came in', (id: string) => `DELETE FROM ledger_transfers WHERE order_id = '${id}' AND debit = 'customer'`],
    ['the ledger has what the rail kept', (id: string) => `UPDATE ledger_transfers SET amount = 1 WHERE order_id = '${id}' AND credit = 'fee'`],
    ['nothing stays on the way', (id: string) => `DELETE FROM ledger_transfers WHERE order_id = '${id}' AND credit = 'merchant'`],
    ['ledger and refunds are in the currency of their order', (id: string) => `UPDATE ledger_transfers SET currency = 'USD' WHERE order_id = '${id}' AND credit = 'fee'`],
    ['orders are in the currency of their link', (id: string) => `UPDATE links SET currency = 'USD' WHERE id = (SELECT link_id FROM orders WHERE id = '${id}')`],
    ['refunds add up', (id: string) => `UPDATE orders SET refund_claimed_amount = 5 WHERE id = '${id}'`],
    ['the ledger has what went back', (id: string) => `UPDATE orders SET refunded_amount = 85000, refund_claimed_amount = 85000, status = 'refunded' WHERE id = '${id}'`],
    [
      'refunds that succeeded have an event',
      (id: string) => `INSERT INTO refunds (id, merchant_id, mode, order_id, refund_key, amount, currency, reason, channel, state, created_at, completed_at)
        SELECT '${randomUUID()}', merchant_id, mode, id, 'x', 1, 'IDR', '', 'manual', 'succeeded', now(), now() FROM orders WHERE id = '${id}'`,
    ],
  ])('finds that not: %s', async (check, statement) => {
    const { order } = await paidOrder()
    expect(await checks()).not.toContain(check)
    await tamper(statement(order.id))
    expect(await checks()).toContain(check)
    // The next case starts from a shop whose rows agree.
    await tamper(`DELETE FROM refunds`)
    await tamper(`DELETE FROM ledger_transfers`)
    await tamper(`DELETE FROM order_events`)
    await tamper(`DELETE FROM orders`)
    await tamper(`UPDATE links SET held_count = 0, used_count = 0, currency = 'IDR'`)
  })
})
