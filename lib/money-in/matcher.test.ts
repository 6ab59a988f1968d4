import { describe, expect, it } from 'vitest'
import { sql } from '@/lib/database/sql'
import { later, NOON } from '@/prisma/testing/factories'
import { expectOrder, makeAccount, makeLiveShop, statusOf } from '@/prisma/testing/expected-orders'
import { BANKS, seeded, shuffled, statementOf, tellsTime, type Bank, type Movement } from '@/prisma/testing/statements'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { importStatement } from './import-statement'
import { bankDayOf } from './movement'

useTestDatabase()

const HOUR = 60
const DAY = 24 * HOUR
const SEED = Number(process.env['SEED'] ?? 20_261_121)

type Fate = 'clear' | 'late' | 'reversed' | 'tooEarly' | 'tooLate' | 'needsMatching' | 'suspect' | 'none' | 'near'
const FATES: readonly Fate[] = ['clear', 'clear', 'late', 'reversed', 'tooEarly', 'tooLate', 'needsMatching', 'suspect', 'none', 'near', 'clear', 'clear']
const BANK_NAMES = { bca: 'BCA', bcaBusiness: 'BCA', mandiri: 'Mandiri', bri: 'BRI', bni: 'BNI', jago: 'Bank Jago' } as const satisfies Record<Bank, string>
const NAMES = ['SARI WULANDARI', 'BUDI SANTOSO', 'DEWI', 'AGUS SALIM', 'RINA', 'TONO']

/** Many orders at near amounts on one account, and what a statement tells of them. */
async function makeWorld(bank: Bank, seed: number) {
  const random = seeded(seed)
  const { scope, slug } = await shop()
  const accountId = await makeAccount(scope, `${bank} ${seed}`, BANK_NAMES[bank])
  const movements: Movement[] = []
  const expected = new Map<string, string>()
  const tell = (amount: number, at: Date, direction: Movement['direction'], description: string) => {
    const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
    movements.push({ day: local.slice(0, 10), time: tellsTime(bank) ? `${local.slice(11, 16)}:00` : null, amount, direction, description })
  }
  const base = [85_000, 1_250_000, 999_000][Math.floor(random() * 3)] ?? 0
  for (const [code, fate] of shuffled(FATES, random).entries()) {
    const amount = base + 1 + code
    const placedAt = later(NOON, -Math.floor(random() * 4 * HOUR))
    const isLate = fate === 'late' || fate === 'tooLate'
    const order = await expectOrder({ slug, accountId }, {
      amount, uniqueCode: 1 + code, placedAt: isLate ? later(placedAt, -6 * DAY) : placedAt, expiresAt: isLate ? later(placedAt, fate === 'late' ? -2 * DAY : -5 * DAY) : later(placedAt, DAY), needsMatching: fate === 'needsMatching',
    })
    expected.set(order, fate === 'clear' ? 'paid' : fate === 'late' ? 'paid_late' : 'open')
    const paidAt = later(placedAt, 5 + Math.floor(random() * 30))
    const text = `TRSF E-BANKING CR ${code} ${NAMES[Math.floor(random() * NAMES.length)]}`
    if (fate === 'tooEarly') tell(amount, later(paidAt, -2 * DAY), 'credit', text)
    else if (fate === 'near') for (const off of [-1_000, 1_000]) tell(amount + off, paidAt, 'credit', text)
    else if (fate !== 'none') tell(amount, paidAt, 'credit', text)
    if (fate === 'reversed') tell(amount, later(paidAt, 3), 'debit', `REVERSAL ${text}`)
    if (fate === 'suspect') tell(amount, later(paidAt, 3), 'debit', 'BELANJA PASAR')
    // Paid twice: one of the two pays the order, the other waits.
    if (fate === 'clear' && random() < 0.3) tell(amount, paidAt, 'credit', text)
    if (random() < 0.4) tell(base, paidAt, 'credit', text)
    if (random() < 0.4) tell(Math.floor(random() * 500_000) * 10 + 5, paidAt, 'debit', 'BIAYA ADM')
  }
  const [text = '', reshuffled = ''] = [1, 2].map(() => statementOf(bank, shuffled(movements, random), { from: '2026-11-01', to: '2026-11-30' }))
  return { scope, accountId, expected, text, reshuffled, movements }
}

let made: ReturnType<typeof makeLiveShop> | undefined
const shop = async () => await (made ??= makeLiveShop())

const creditsOf = async (accountId: string) =>
  await sql.queryRows<{ fingerprint: string; state: string; doubt: string | null; orderId: string | null; amount: bigint }>`
    SELECT fingerprint, state, doubt, order_id AS "orderId", amount FROM bank_credits WHERE account_id = ${accountId}::uuid ORDER BY fingerprint`

const standings = async (expected: ReadonlyMap<string, string>) => {
  const found = new Map<string, string>()
  for (const id of expected.keys()) {
    const status = (await statusOf(id)) ?? ''
    found.set(id, status === 'paid' || status === 'paid_late' ? status : 'open')
  }
  return found
}

describe('ten statements of each bank', () => {
  it.each(BANKS.map((bank, index) => [bank, index] as const))(`%s: every clear payment is found, none is confirmed wrongly, and reading again changes nothing (SEED=${SEED})`, async (bank, index) => {
    for (let number = 0; number < 10; number++) {
      const { scope, accountId, expected, text, reshuffled, movements } = await makeWorld(bank, SEED + index * 100 + number)
      const at = later(NOON, 2 * HOUR)
      const told = movements.filter(({ direction }) => direction === 'credit').length
      const first = await importStatement(scope, { accountId, text, mapping: null }, at)
      expect(first, `${bank} ${number}`).toMatchObject({ ok: true, value: { received: told, added: told, confirmed: [...expected.values()].filter((fate) => fate !== 'open').length } })
      expect(await standings(expected), `${bank} ${number}`).toEqual(expected)
      const before = await creditsOf(accountId)
      expect(before.filter(({ state }) => state === 'reversed')).toHaveLength(1)

      const again = await importStatement(scope, { accountId, text, mapping: null }, later(at, 5))
      expect(again).toMatchObject({ ok: true, value: { received: told, added: 0, confirmed: 0, waiting: 0, reversed: 0 } })
      await importStatement(scope, { accountId, text: reshuffled, mapping: null }, later(at, 6))
      expect(await creditsOf(accountId)).toEqual(before)
      expect(await standings(expected)).toEqual(expected)
    }
  }, 120_000)
})

const row = (day: string, description: string, amount: string, type = 'CR') => `"${day}","${description}","0000","${amount}","${type}","1.00"`
const statement = (...rows: string[]) => ['"Periode : 01/11/2026 - 30/11/2026"', ...rows].join('\n')
const AT = later(NOON, 6 * HOUR)

async function makeCase(...orders: Parameters<typeof expectOrder>[1][]) {
  const { scope, slug } = await shop()
  const accountId = await makeAccount(scope)
  const ids: string[] = []
  for (const order of orders) ids.push(await expectOrder({ slug, accountId }, order))
  const bring = async (text: string, at = AT) => await importStatement(scope, { accountId, text, mapping: null }, at)
  return { scope, accountId, slug, ids, bring, doubts: async () => (await creditsOf(accountId)).map(({ state, doubt }) => doubt ?? state).sort(), statuses: async () => await Promise.all(ids.map(statusOf)) }
}

const open = { placedAt: NOON, expiresAt: later(NOON, DAY) }

describe('nasty statements', () => {
  it('an amount that two orders of the day expected, one after the other, is nobody’s by itself', async () => {
    const world = await makeCase({ amount: 85_003, placedAt: later(NOON, -4 * HOUR), expiresAt: later(NOON, -3 * HOUR), heldUntil: later(NOON, -HOUR) }, { amount: 85_003, ...open })
    await world.bring(statement(row('20/11', 'TRSF E-BANKING CR SARI', '85,003.00')))
    expect(await world.doubts()).toEqual(['several'])
    expect(await world.statuses()).toEqual(['pending', 'pending'])
  })

  it('money that the seller had confirmed by hand is not taken for the next order of the same amount', async () => {
    const world = await makeCase({ amount: 85_003, placedAt: later(NOON, -4 * HOUR), expiresAt: later(NOON, DAY) })
    const { confirmPayment } = await import('@/lib/confirmation/confirm-payment')
    await confirmPayment(world.scope, { orderId: world.ids[0] ?? '', facts: {}, at: later(NOON, -3 * HOUR) })
    await sql.execute`UPDATE payment_codes SET held_until = ${later(NOON, -2 * HOUR)} WHERE order_id = ${world.ids[0]}::uuid`
    const next = await expectOrder(world, { amount: 85_003, ...open })
    await world.bring(statement(row('20/11', 'TRSF E-BANKING CR SARI', '85,003.00')))
    expect(await statusOf(next)).toBe('pending')
    expect(await world.doubts()).toEqual(['several'])
  })

  it('money of an order that was confirmed by hand is laid to it, and changes nothing', async () => {
    const world = await makeCase({ amount: 85_004, ...open })
    const { confirmPayment } = await import('@/lib/confirmation/confirm-payment')
    await confirmPayment(world.scope, { orderId: world.ids[0] ?? '', facts: {}, at: later(NOON, HOUR) })
    expect(await world.bring(statement(row('20/11', 'TRSF E-BANKING CR SARI', '85,004.00')))).toMatchObject({ value: { confirmed: 0, waiting: 0 } })
    expect(await world.doubts()).toEqual(['matched'])
  })

  it('the same amount for another account, of yesterday, of tomorrow, one rupiah off, without code: all wait', async () => {
    const world = await makeCase({ amount: 85_005, uniqueCode: 5, ...open })
    const other = await makeAccount(world.scope, 'BCA lain')
    await importStatement(world.scope, { accountId: other, text: statement(row('20/11', 'TRSF E-BANKING CR SARI', '85,005.00')), mapping: null }, AT)
    await world.bring(statement(row('19/11', 'TRSF E-BANKING CR A', '85,005.00'), row('22/11', 'TRSF E-BANKING CR B', '85,005.00'), row('20/11', 'TRSF E-BANKING CR C', '85,006.00'), row('20/11', 'TRSF E-BANKING CR D', '85,000.00')))
    expect(await world.statuses()).toEqual(['pending'])
    expect(await world.doubts()).toEqual(['future', 'noOrder', 'noOrder', 'otherTime'])
  })

  it('a reversal in a later statement rings the bell once, and takes back one of two equal credits', async () => {
    const world = await makeCase({ amount: 85_007, ...open })
    const credits = [row('20/11', 'TRSF E-BANKING CR SARI WULANDARI', '85,007.00'), row('20/11', 'TRSF E-BANKING CR SARI WULANDARI', '85,007.00')]
    expect(await world.bring(statement(...credits))).toMatchObject({ value: { added: 2, confirmed: 1, waiting: 1 } })
    expect(await world.doubts()).toEqual(['matched', 'paidTwice'])
    const reversal = row('20/11', 'KOREKSI TRSF SARI WULANDARI', '85,007.00', 'DB')
    expect(await world.bring(statement(reversal, ...credits))).toMatchObject({ value: { added: 0, reversed: 1 } })
    expect(await world.bring(statement(reversal, ...credits))).toMatchObject({ value: { added: 0, reversed: 0 } })
    expect(await world.doubts()).toEqual(['paidTwice', 'reversedPaid'])
    const bell = await sql.queryRows<{ data: unknown }>`SELECT data FROM news WHERE type = 'credit.reversed' AND order_id = ${world.ids[0]}::uuid`
    expect(bell).toEqual([{ data: { amount: 85_007, currency: 'IDR', customer: 'Sari Wulandari' } }])
  })

  it('a cancelled order is paid late for three days and not after', async () => {
    const cancelled = { placedAt: later(NOON, -5 * DAY), expiresAt: later(NOON, 5 * DAY), status: 'cancelled' as const }
    const world = await makeCase({ amount: 85_008, ...cancelled }, { amount: 85_009, ...cancelled })
    for (const [index, ago] of [2 * DAY, 4 * DAY].entries()) {
      const { announce } = await import('@/lib/order/announce')
      await announce({ orderId: world.ids[index] ?? '', news: 'cancel', actor: 'seller', at: later(NOON, -ago) })
    }
    await world.bring(statement(row('20/11', 'TRSF E-BANKING CR A', '85,008.00'), row('20/11', 'TRSF E-BANKING CR B', '85,009.00')))
    expect(await world.statuses()).toEqual(['paid_late', 'cancelled'])
  })

  it('a statement of a shop in test mode, or of another shop’s account, is not there', async () => {
    const world = await makeCase({ amount: 85_010, ...open })
    const stranger = await makeLiveShop('Toko Lain')
    const text = statement(row('20/11', 'TRSF E-BANKING CR A', '85,010.00'))
    expect(await importStatement(stranger.scope, { accountId: world.accountId, text, mapping: null }, AT)).toMatchObject({ error: { kind: 'notFound' } })
    expect(await importStatement({ ...world.scope, mode: 'test' } as never, { accountId: world.accountId, text, mapping: null }, AT)).toMatchObject({ error: { kind: 'notFound' } })
    expect(await world.statuses()).toEqual(['pending'])
  })

  it.each([
    ['with another number', 'BCA', '"No. rekening : 987-654-3210"\n"20/11","TRSF E-BANKING CR A","0000","85,011.00","CR","1"'],
    ['of another bank', 'BRI', 'Tanggal,Keterangan,Cabang,Jumlah,Saldo\n20/11/2026,A,0000,"85,011.00 CR",1'],
  ])('a statement %s is refused: the same amount may be expected on both', async (_title, bank, text) => {
    const { scope, slug } = await shop()
    const accountId = await makeAccount(scope, 'salah', bank)
    const id = await expectOrder({ slug, accountId }, { amount: 85_011, ...open })
    expect(await importStatement(scope, { accountId, text, mapping: null }, AT)).toMatchObject({ error: { kind: 'conflict', message: 'statement.otherAccount' } })
    expect([await statusOf(id), await creditsOf(accountId)]).toEqual(['pending', []])
  })

  it('a number in a movement is somebody else’s, and no reason to refuse', async () => {
    const world = await makeCase({ amount: 85_012, ...open })
    expect(await world.bring(`"No. rekening : 1234567890"\n${row('20/11', 'TRSF KE REK 9876543210 MANDIRI BRI', '85,012.00')}`)).toMatchObject({ value: { confirmed: 1 } })
  })

  it('overlapping statements add only what is new', async () => {
    const world = await makeCase()
    const rows = ['A', 'B', 'C', 'D'].map((name) => row('20/11', `TRSF E-BANKING CR ${name}`, '85,003.00'))
    await world.bring(statement(...rows.slice(0, 3)))
    expect(await world.bring(statement(...rows.slice(1)))).toMatchObject({ value: { received: 3, added: 1 } })
  })
})

describe('at the same moment', () => {
  it('ten imports of one statement add it once and confirm once', async () => {
    const world = await makeCase(...Array.from({ length: 8 }, (_, index) => ({ amount: 90_001 + index, ...open })))
    const text = statement(...world.ids.map((_, index) => row('20/11', `TRSF E-BANKING CR ${index}`, `90,00${1 + index}.00`)))
    const results = await Promise.all(Array.from({ length: 10 }, () => world.bring(text)))
    const sum = (of: 'added' | 'confirmed') => results.reduce((total, result) => total + (result.ok ? result.value[of] : 0), 0)
    expect([sum('added'), sum('confirmed')]).toEqual([8, 8])
    expect(new Set(await world.statuses())).toEqual(new Set(['paid']))
    const settles = await sql.queryRows`SELECT id FROM order_events WHERE type = 'settle' AND order_id = ANY(${world.ids}::uuid[])`
    expect(settles).toHaveLength(8)
    expect(bankDayOf(NOON)).toBe('2026-11-20')
  })

  it('an import against the seller’s own confirming settles each order once and lays each credit to it', async () => {
    const world = await makeCase(...Array.from({ length: 8 }, (_, index) => ({ amount: 91_001 + index, ...open })))
    const { confirmPayment } = await import('@/lib/confirmation/confirm-payment')
    const text = statement(...world.ids.map((_, index) => row('20/11', `TRSF E-BANKING CR ${index}`, `91,00${1 + index}.00`)))
    await Promise.all([world.bring(text), ...world.ids.map((orderId) => confirmPayment(world.scope, { orderId, facts: {}, at: AT }))])
    expect(new Set(await world.statuses())).toEqual(new Set(['paid']))
    expect(new Set(await world.doubts())).toEqual(new Set(['matched']))
    expect(await sql.queryRows`SELECT id FROM order_events WHERE type = 'settle' AND order_id = ANY(${world.ids}::uuid[])`).toHaveLength(8)
  })
})
