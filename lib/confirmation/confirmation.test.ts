import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '@/lib/database/sql'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { hashOf, NO_HASH, type ConfirmationFacts } from './chain'
import { insertConfirmation } from './store'

useTestDatabase()

type Row = ConfirmationFacts & { hash: string }

describe('the log of confirmations', () => {
  it('numbers and chains what twenty sellers of a shop write at once, without a gap', async () => {
    const scope = await makeShop()
    const order = await makeOrder((await makeLink(scope)).slug)
    await Promise.all(Array.from({ length: 20 }, (_, index) =>
      inTransaction((on) => insertConfirmation(on, scope, { orderId: order.id, type: 'confirmed', facts: { z: index, a: { amount: 85_003, name: 'Sari' } }, at: NOON })),
    ))
    const rows = await sql.queryRows<Row>`
      SELECT merchant_id AS "merchantId", number, order_id AS "orderId", type, actor_id AS "actorId", facts, at, previous_hash AS "previousHash", hash
      FROM confirmations WHERE merchant_id = ${scope.merchantId}::uuid ORDER BY number`
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    rows.forEach((row, index) => {
      expect(row.previousHash).toBe(rows[index - 1]?.hash ?? NO_HASH)
      expect(hashOf(row)).toBe(row.hash)
    })
  })

  it('takes nothing back', async () => {
    const scope = await makeShop()
    const order = await makeOrder((await makeLink(scope)).slug)
    await inTransaction((on) => insertConfirmation(on, scope, { orderId: order.id, type: 'confirmed', facts: {}, at: NOON }))
    await expect(sql.execute`UPDATE confirmations SET type = 'rejected' WHERE merchant_id = ${scope.merchantId}::uuid`).rejects.toThrow(/never chang/)
    await expect(sql.execute`DELETE FROM confirmations WHERE merchant_id = ${scope.merchantId}::uuid`).rejects.toThrow(/never chang/)
  })
})
