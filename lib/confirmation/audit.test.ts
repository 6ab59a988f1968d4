import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction, sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { auditConfirmations } from './audit'
import { insertConfirmation } from './store'

useTestDatabase()

let [tampered, other]: MerchantScope[] = []

async function shopWithLog(rows: number): Promise<MerchantScope> {
  const scope = await makeShop()
  const { id } = await makeOrder((await makeLink(scope)).slug)
  for (let row = 1; row <= rows; row += 1) {
    await inTransaction((on) => insertConfirmation(on, scope, { orderId: id, type: 'confirmed', facts: { received: 85_000 + row, name: 'Sari 🌸' }, at: NOON }))
  }
  return scope
}

beforeEach(async () => {
  await withoutTrigger(async () => {
    await sql.execute`DELETE FROM confirmations`
    await sql.execute`DELETE FROM confirmation_heads`
  })
  ;[tampered, other] = [await shopWithLog(5), await shopWithLog(3)]
})

/** As whoever owns the database could. */
async function withoutTrigger(run: () => Promise<void>): Promise<void> {
  await sql.execute`ALTER TABLE confirmations DISABLE TRIGGER confirmations_append_only`
  await sql.execute`ALTER TABLE confirmation_heads DISABLE TRIGGER confirmation_heads_move_on`
  await run()
  await sql.execute`ALTER TABLE confirmations ENABLE TRIGGER confirmations_append_only`
  await sql.execute`ALTER TABLE confirmation_heads ENABLE TRIGGER confirmation_heads_move_on`
}

describe('the audit of confirmations', () => {
  it('finds every log whole that nobody touched', async () => {
    expect(await auditConfirmations()).toEqual({ shops: 2, rows: 8, breaks: [] })
  })

  it.each([
    ['another amount', () => sql.execute`UPDATE confirmations SET facts = facts || '{"received":1}' WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 3`, 3, 'changed'],
    ['another person', () => sql.execute`UPDATE confirmations SET actor_id = 'somebody' WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 1`, 1, 'changed'],
    ['another time', () => sql.execute`UPDATE confirmations SET at = at + interval '1 ms' WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 5`, 5, 'changed'],
    ['another word', () => sql.execute`UPDATE confirmations SET type = 'rejected' WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 2`, 2, 'changed'],
    ['a row removed', () => sql.execute`DELETE FROM confirmations WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 2`, 2, 'missing'],
    ['a hash made up', () => sql.execute`UPDATE confirmations SET hash = repeat('a', 64) WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 4`, 4, 'changed'],
    ['a row that follows another', () => sql.execute`UPDATE confirmations SET previous_hash = repeat('a', 64) WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 4`, 4, 'unchained'],
    ['the last row cut off', () => sql.execute`DELETE FROM confirmations WHERE merchant_id = ${tampered?.merchantId}::uuid AND number = 5`, 5, 'cutOff'],
    ['the last two cut off', async () => (await sql.execute`DELETE FROM confirmations WHERE merchant_id = ${tampered?.merchantId}::uuid AND number >= 4`) - 1, 4, 'cutOff'],
    ['the whole log gone', async () => (await sql.execute`DELETE FROM confirmations WHERE merchant_id = ${tampered?.merchantId}::uuid`) - 4, 1, 'cutOff'],
    ['the head taken away', () => sql.execute`DELETE FROM confirmation_heads WHERE merchant_id = ${tampered?.merchantId}::uuid`, 1, 'beyondHead'],
    ['the head put back', () => sql.execute`UPDATE confirmation_heads SET number = 4 WHERE merchant_id = ${tampered?.merchantId}::uuid`, 4, 'beyondHead'],
    ['a head of another hash', () => sql.execute`UPDATE confirmation_heads SET hash = repeat('a', 64) WHERE merchant_id = ${tampered?.merchantId}::uuid`, 5, 'beyondHead'],
  ] as const)('says where: %s', async (_what, tamper, number, problem) => {
    await withoutTrigger(async () => expect(await tamper()).toBe(1))
    expect((await auditConfirmations()).breaks).toEqual([{ merchantId: tampered?.merchantId, shop: 'Toko Melati', number, problem }])
    expect(other?.merchantId).not.toBe(tampered?.merchantId)
  })

  it('keeps the end of a log from stepping back, going away or jumping ahead', async () => {
    for (const step of [
      () => sql.execute`UPDATE confirmation_heads SET number = 4 WHERE merchant_id = ${tampered?.merchantId}::uuid`,
      () => sql.execute`UPDATE confirmation_heads SET number = 7 WHERE merchant_id = ${tampered?.merchantId}::uuid`,
      () => sql.execute`DELETE FROM confirmation_heads WHERE merchant_id = ${tampered?.merchantId}::uuid`,
    ]) await expect(step()).rejects.toThrow()
  })
})
