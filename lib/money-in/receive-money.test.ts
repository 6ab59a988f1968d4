import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { findOrderMoney } from '@/lib/confirmation/queries'
import { sql } from '@/lib/database/sql'
import { later, NOON } from '@/prisma/testing/factories'
import { expectOrder, makeAccount, makeLiveShop, statusOf } from '@/prisma/testing/expected-orders'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { ignoreCredit, matchByHand } from './decide-credit'
import { removeMoneySecret, rotateMoneySecret } from './endpoint-secret'
import { importStatement } from './import-statement'
import { listWaiting } from './queries'
import { MAX_MONEY_BODY_BYTES, receiveMoney } from './receive-money'

useTestDatabase()

const HOUR = 60
const AT = later(NOON, 30)
const open = { placedAt: NOON, expiresAt: later(NOON, 24 * HOUR) }

let world: Awaited<ReturnType<typeof makeLiveShop>> & { secret: string }
beforeEach(async () => {
  const shop = await makeLiveShop()
  const made = await rotateMoneySecret(shop.scope, shop.accountId, NOON)
  if (!made.ok) throw new Error('no secret')
  world = { ...shop, secret: made.value.secret }
})

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex')
const stamp = (at: Date) => String(Math.floor(at.getTime() / 1_000))

type Sent = { secret?: string; at?: Date; headers?: Record<string, string>; accountId?: string; now?: Date }

async function post(value: unknown, { secret = world.secret, at = AT, headers, accountId = world.accountId, now = AT }: Sent = {}) {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  const signed = headers ?? { 'x-tautan-timestamp': stamp(at), 'x-tautan-signature': hmac(secret, `${stamp(at)}.${body}`) }
  const response = await receiveMoney(new Request('http://localhost/', { method: 'POST', body, headers: signed }), accountId, now)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const credit = (overrides: Record<string, unknown> = {}) => ({ id: 'b-1', amount: 85_003, at: '2026-11-20T12:10:00+07:00', description: 'TRSF SARI', ...overrides })
const count = async () => (await sql.queryRows<{ count: number }>`SELECT count(*)::int AS count FROM bank_credits WHERE account_id = ${world.accountId}::uuid`)[0]?.count

describe('a signed call', () => {
  it('confirms the order that expects the amount, and does nothing when it is sent again', async () => {
    const id = await expectOrder(world, { amount: 85_003, ...open })
    expect(await post(credit())).toEqual({ status: 200, body: { received: 1, added: 1, known: 0, confirmed: 1, waiting: 0, reversed: 0 } })
    expect(await statusOf(id)).toBe('paid')
    expect(await post([credit({ description: 'another text' }), credit({ amount: 1 })])).toMatchObject({ status: 200, body: { added: 0, known: 2, confirmed: 0 } })
    expect(await count()).toBe(1)
  })

  it("reads Moota's form: its signature over the body alone, its names, its time; what goes out is left out", async () => {
    const id = await expectOrder(world, { amount: 85_003, ...open })
    const body = JSON.stringify([
      { account_number: '123', date: '2026-11-20 12:10:16', description: 'TRSF E-BANKING CR SARI', amount: 85_003, type: 'CR', balance: 1, mutation_id: 'Yz1' },
      { date: '2026-11-20 12:11:16', description: 'BIAYA', amount: '6.500', type: 'DB', mutation_id: 'Yz2' },
    ])
    expect(await post(body, { headers: { signature: hmac(world.secret, body) } })).toMatchObject({ status: 200, body: { received: 1, confirmed: 1 } })
    expect(await statusOf(id)).toBe('paid')
    expect(await post(body, { headers: { signature: hmac('other', body) } })).toMatchObject({ status: 401 })
  })

  it('takes back what it told before, with a bell', async () => {
    const id = await expectOrder(world, { amount: 85_003, ...open })
    await post(credit())
    const reversal = credit({ id: 'b-2', type: 'DB', description: 'REVERSAL TRSF SARI', at: '2026-11-20T12:20:00+07:00' })
    expect(await post(reversal)).toMatchObject({ body: { reversed: 1 } })
    expect(await post(reversal)).toMatchObject({ body: { reversed: 0 } })
    expect(await sql.queryRows`SELECT order_id AS "orderId" FROM news WHERE type = 'credit.reversed' AND order_id = ${id}::uuid`).toHaveLength(1)
    const { credits: [waiting] } = await listWaiting(world.scope, {})
    expect(waiting).toMatchObject({ state: 'reversed', doubt: 'reversedPaid', order: { id } })
    await ignoreCredit(world.scope, waiting?.id ?? '', AT)
    expect((await listWaiting(world.scope, {})).credits).toEqual([])
  })
})

describe('a call that is refused, and changes nothing', () => {
  it.each([
    ['a wrong secret', { secret: 'mnsec_wrong' }],
    ['no signature at all', { headers: {} }],
    ['a signature that is no hexadecimal', { headers: { 'x-tautan-timestamp': stamp(AT), 'x-tautan-signature': 'ö' } }],
    ['half a signature', { headers: { 'x-tautan-timestamp': stamp(AT), 'x-tautan-signature': 'ab' } }],
    ['a time six minutes ago', { at: later(AT, -6) }],
    ['a time in six minutes', { at: later(AT, 6) }],
    ['a signature without its time', { headers: { 'x-tautan-signature': 'a'.repeat(64) } }],
    ['an account that is none', { accountId: 'x' }],
    ['an account that nobody has', { accountId: '01933b2e-0000-7000-8000-000000000000' }],
  ] as [string, Sent][])('%s', async (_, sent) => {
    expect(await post(credit(), sent)).toEqual({ status: 401, body: { error: 'The signature is missing, wrong, or too old.' } })
    expect(await count()).toBe(0)
  })

  it("another shop's account, signed with one's own secret", async () => {
    const other = await makeLiveShop('Toko Lain')
    await rotateMoneySecret(other.scope, other.accountId, NOON)
    expect(await post(credit(), { accountId: other.accountId })).toMatchObject({ status: 401 })
    const own = await makeAccount(world.scope)
    await rotateMoneySecret(world.scope, own, NOON)
    expect(await post(credit(), { accountId: own })).toMatchObject({ status: 401 })
  })

  it('the secret before the last, and any after it was turned off', async () => {
    await rotateMoneySecret(world.scope, world.accountId, NOON)
    expect(await post(credit())).toMatchObject({ status: 401 })
    await removeMoneySecret(world.scope, world.accountId, NOON)
    expect(await post(credit())).toMatchObject({ status: 401 })
  })

  it('a timestamp that was changed after signing', async () => {
    const headers = { 'x-tautan-timestamp': stamp(later(AT, 1)), 'x-tautan-signature': hmac(world.secret, `${stamp(AT)}.${JSON.stringify(credit())}`) }
    expect(await post(credit(), { headers })).toMatchObject({ status: 401 })
  })

  it.each([
    ['sen', credit({ amount: 85_003.5 }), 422], ['nothing', credit({ amount: 0 }), 422], ['less than nothing', credit({ amount: -85_003 }), 422], ['a number beyond all', credit({ amount: 1e15 }), 422],
    ['sen as text', credit({ amount: '85.003,50' }), 422], ['a formula', credit({ amount: '=1+1' }), 422], ['no id', credit({ id: undefined }), 422], ['an empty id', credit({ id: ' ' }), 422], ['no object', 7, 422], ['null', null, 422],
    ['February 30th', credit({ at: '2026-02-30T00:00:00Z' }), 422], ['a direction that is none', credit({ type: 'X' }), 422], ['no JSON', '{', 400], ['a NUL', '{"id":"\\u0000"}', 400], ['nesting without end', '['.repeat(5_000) + ']'.repeat(5_000), 400],
    ['a good one beside a bad one', [credit({ id: 'g' }), credit({ amount: -1 })], 422], ['too many at once', Array.from({ length: 201 }, (_, id) => credit({ id: String(id) })), 422], ['more than 64 KB', credit({ description: 'x'.repeat(MAX_MONEY_BODY_BYTES) }), 413],
  ])('%s', async (_, value, status) => {
    const answer = await post(value)
    expect(answer).toMatchObject({ status, body: { error: expect.any(String) as string } })
    expect(await count()).toBe(0)
  })

  it('the 121st of a minute, while a stranger without the secret takes none of them', async () => {
    for (let call = 0; call < 130; call++) await post(credit(), { secret: 'wrong' })
    const statuses = []
    for (let call = 0; call < 121; call++) statuses.push((await post(credit())).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([120, 429])
  })
})

describe('a sender and a statement', () => {
  const row = (description: string) => `"20/11","${description}","0000","85,003.00","CR","1.00"`
  const bring = async (...rows: string[]) => await importStatement(world.scope, { accountId: world.accountId, text: ['"Periode : 01/11/2026 - 30/11/2026"', ...rows].join('\n'), mapping: null }, later(AT, 60))

  it('that tell of the same money tell of one credit; a second real one is a second', async () => {
    const orderId = await expectOrder(world, { amount: 85_003, ...open })
    await post(credit())
    expect(await bring(row('TRSF E-BANKING CR SARI WULANDARI'))).toMatchObject({ value: { confirmed: 0, waiting: 0 } })
    expect(await bring(row('TRSF E-BANKING CR SARI WULANDARI'), row('TRSF E-BANKING CR SARI WULANDARI'))).toMatchObject({ value: { confirmed: 0, waiting: 1 } })
    expect((await listWaiting(world.scope, {})).credits).toMatchObject([{ doubt: 'paidTwice', order: { id: orderId } }])
  })

  it('that come at the same moment confirm each order once', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((code) => expectOrder(world, { amount: 86_000 + code, ...open })))
    const rows = ids.map((_, index) => `"20/11","TRSF E-BANKING CR ${index}","0000","86,00${index + 1}.00","CR","1.00"`)
    await Promise.all([bring(...rows), post(ids.map((_, index) => credit({ id: `r-${index}`, amount: 86_001 + index }))), bring(...rows), post(ids.map((_, index) => credit({ id: `r-${index}`, amount: 86_001 + index })))])
    expect(await Promise.all(ids.map(statusOf))).toEqual(['paid', 'paid', 'paid', 'paid'])
    expect(await sql.queryRows`SELECT id FROM order_events WHERE type = 'settle' AND order_id = ANY(${ids}::uuid[])`).toHaveLength(4)
    expect((await listWaiting(world.scope, {})).credits).toEqual([])
  })
})

describe('the seller decides', () => {
  it('finds the order of a rounded amount by name and amount, confirms it, and the log says what was compared', async () => {
    const [sari, budi] = [await expectOrder(world, { amount: 85_003, uniqueCode: 3, customerName: 'Sari Wulandari', ...open }), await expectOrder(world, { amount: 85_004, uniqueCode: 4, customerName: 'Budi', ...open })]
    await post(credit({ amount: 84_900, description: 'TRSF SARI WULANDARI' }))
    const { credits: [waiting] } = await listWaiting(world.scope, {})
    expect(waiting).toMatchObject({ doubt: 'noOrder', candidates: [{ id: sari, reasons: ['near', 'name'], customerPhone: '6281234567890' }, { id: budi, reasons: ['near'] }] })
    const id = waiting?.id ?? ''
    expect(await matchByHand(world.scope, { id, orderId: sari }, AT)).toEqual({ ok: true, value: null })
    expect(await matchByHand(world.scope, { id, orderId: sari }, AT)).toEqual({ ok: true, value: null })
    expect(await matchByHand(world.scope, { id, orderId: budi }, AT)).toMatchObject({ error: { message: 'creditUsed' } })
    expect([await statusOf(sari), await statusOf(budi)]).toEqual(['paid', 'pending'])
    // What came is what the order, its receipt and the ledger are about; what is missing is for the seller to settle.
    expect(await sql.queryRows`SELECT amount::int, expected_amount::int AS expected FROM orders WHERE id = ${sari}::uuid`).toEqual([{ amount: 84_900, expected: 85_003 }])
    expect((await findOrderMoney(world.scope, sari))?.odd).toEqual({ kind: 'less', by: 103 })
    const log = await sql.queryRows<{ type: string; facts: Record<string, unknown> }>`SELECT type, facts FROM confirmations WHERE merchant_id = ${world.scope.merchantId}::uuid`
    expect(log).toMatchObject([{ type: 'matched', facts: { expected: 85_003, received: 84_900, difference: -103, credit: { id, amount: 84_900, description: 'TRSF SARI WULANDARI' } } }])
  })

  it('cannot give one order two credits, nor decide about what another shop has', async () => {
    const id = await expectOrder(world, { amount: 85_003, ...open })
    await post([credit(), credit({ id: 'b-2' })])
    const { credits: [second] } = await listWaiting(world.scope, {})
    expect(await matchByHand(world.scope, { id: second?.id ?? '', orderId: id }, AT)).toMatchObject({ error: { message: 'creditOrderHasMoney' } })
    const stranger = await makeLiveShop('Toko Lain')
    const theirs = await expectOrder(stranger, { amount: 85_003, ...open })
    for (const [scope, orderId] of [[stranger.scope, theirs], [stranger.scope, id], [world.scope, theirs]] as const) {
      expect(await matchByHand(scope, { id: second?.id ?? '', orderId }, AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
    }
    expect(await ignoreCredit(stranger.scope, second?.id ?? '', AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await rotateMoneySecret(stranger.scope, world.accountId, AT)).toEqual({ ok: false, error: { kind: 'notFound' } })
  })
})
