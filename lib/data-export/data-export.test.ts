import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { diskStorage, type FileStorage } from '@/lib/file/storage'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { forgetBulk } from './forget-bulk'
import { lastChoice } from './queries'
import { runExports } from './run-export'
import type { StartExportValues } from './schema'
import { startExport } from './start-export'
import { cancelExport, findExport, findExportFile, listExports } from './store'

useTestDatabase()

let scope: MerchantScope
let folder: string
let storage: FileStorage

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
  storage = diskStorage(folder)
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  scope = await makeShop()
})

const AT = later(NOON, 10)
const circumstances = { locale: 'en', timeZone: 'Asia/Jakarta', at: AT } as const
const wish = (values: Partial<StartExportValues> = {}) => ({ kind: 'links', format: 'csv', filter: {}, columns: ['orderId', 'name', 'amount', 'currency', 'customerPhone', 'createdAt'], submissionId: randomUUID(), ...values }) as StartExportValues
const start = async (values: Partial<StartExportValues> = {}) => {
  const started = await startExport(scope, wish(values), circumstances)
  if (!started.ok) throw new Error(started.error.kind)
  return started.value.id
}
const run = (exportId: string) => runExports([{ exportId }], { clock: () => AT, storage })
const contentOf = async (id: string) => {
  const file = await findExportFile(scope, id)
  return (file && (await storage.read(file.name))) ?? Buffer.alloc(0)
}
const csvOf = async (id: string) => parse(await contentOf(id), { bom: true, columns: true }) as Record<string, string>[]

describe('an export', () => {
  it('of links holds the chosen columns, formulas as text, times of the shop', async () => {
    await makeLink(scope, { orderId: 'A-1', items: [{ name: '=1+1', price: 85_000, quantity: 2 }], customer: { firstName: 'Sari', lastName: '', email: '', phone: '+62812345678', notes: '' } })
    await makeLink(await makeShop(), { orderId: 'FOREIGN' })
    const id = await start()
    await run(id)
    expect(await csvOf(id)).toEqual([{ 'Order ID': 'A-1', Name: "'=1+1", Amount: '170000', Currency: 'IDR', Phone: "'+62812345678", 'Created (Asia/Jakarta)': '2026-11-20 12:00:00' }])
    expect(await findExport(scope, id)).toMatchObject({ state: 'done', rowCount: 1, totalCount: 1, hasFile: true })
  })

  it('as a workbook keeps text text and numbers numbers', async () => {
    await makeLink(scope, { orderId: '0012', items: [{ name: '=1+1\n🧕🏽 <&>', price: 85_000, quantity: 1 }].map((item) => ({ ...item, name: item.name.replace('\n', ' ') })), customer: { firstName: 'Sari', lastName: '', email: '', phone: '0812345678', notes: '' } })
    const id = await start({ format: 'xlsx' })
    await run(id)
    expect(await readSheet(await contentOf(id))).toEqual([
      ['Order ID', 'Name', 'Amount', 'Currency', 'Phone', 'Created (Asia/Jakarta)'],
      ['0012', '=1+1 🧕🏽 <&>', 85_000, 'IDR', '0812345678', new Date('2026-11-20T12:00:00.000Z')],
    ])
  })

  it('holds what the list shows: a search, a status, a selection; of orders too', async () => {
    const [first, second] = [await makeLink(scope, { orderId: 'A-1', usageLimit: 9 }), await makeLink(scope, { orderId: 'B-1' }, later(NOON, 1))]
    await prisma.link.update({ where: { id: second.id }, data: { state: 'paused' } })
    const ids = async (values: Partial<StartExportValues>) => {
      const id = await start(values)
      await run(id)
      return (await csvOf(id)).map((row) => row['Order ID'] ?? row['Link’s order ID'])
    }
    expect(await ids({})).toEqual(['B-1', 'A-1'])
    expect(await ids({ filter: { status: 'paused' } })).toEqual(['B-1'])
    expect(await ids({ filter: { q: 'a-1' } })).toEqual(['A-1'])
    expect(await ids({ filter: { ids: [first.id] } })).toEqual(['A-1'])
    await makeOrder(first.slug, {}, later(NOON, 1))
    const orders = { kind: 'orders' as const, columns: ['linkOrderId' as const, 'status' as const, 'customerPhone' as const] }
    expect(await ids({ ...orders, filter: { status: 'pending' } })).toEqual(['A-1'])
    expect(await ids({ ...orders, filter: { status: 'paid' } })).toEqual([])
  })

  it('of more rows than are ever in memory has each of them once, in both formats', async () => {
    await prisma.$executeRaw`
      INSERT INTO links (id, merchant_id, mode, order_id, slug, amount, items, search_text, created_at, updated_at)
      SELECT gen_random_uuid(), ${scope.merchantId}::uuid, 'test', 'N-' || n, md5(${scope.merchantId} || n), 1000, '[{"name":"Kaos","price":1000,"quantity":1}]', 'kaos', ${NOON}::timestamptz + make_interval(secs => (n / 7)), ${NOON}
      FROM generate_series(1, 2500) AS n`
    for (const format of ['csv', 'xlsx'] as const) {
      const id = await start({ format, filter: {} })
      // Links are made up to a moment after the export's: those are not meant.
      await run(id)
      const rows = format === 'csv' ? (await csvOf(id)).map((row) => row['Order ID']) : (await readSheet(await contentOf(id))).slice(1).map(([cell]) => cell)
      expect(rows.length).toBe(2_500)
      expect(new Set(rows).size).toBe(2_500)
    }
  })

  it('asked twice is one file, done twice leaves one, and cancelled none', async () => {
    const submissionId = randomUUID()
    const [first, second] = [await start({ submissionId }), await start({ submissionId })]
    expect(second).toBe(first)
    await Promise.all([run(first), run(first)])
    const cancelled = await start()
    await cancelExport(await makeShop(), cancelled, AT)
    expect((await findExport(scope, cancelled))?.state).toBe('waiting')
    await cancelExport(scope, cancelled, AT)
    await run(cancelled)
    expect(await findExport(scope, cancelled)).toMatchObject({ state: 'cancelled', hasFile: false })
    const kept = await prisma.storedFile.findMany({ select: { name: true } })
    expect((await readdir(folder)).sort()).toEqual(kept.map(({ name }) => name).sort())
  })

  it('is not there for another shop, nor in the other mode', async () => {
    const id = await start()
    await run(id)
    const stranger = await makeShop()
    expect([await findExport(stranger, id), await findExportFile(stranger, id), await listExports(stranger, 10)]).toEqual([null, null, []])
    expect(await findExportFile({ ...scope, mode: 'live' } as MerchantScope, id)).toBeNull()
  })

  it('is removed after a week, and the seller’s choice is remembered', async () => {
    expect((await lastChoice(scope, 'links')).columns).toContain('url')
    const id = await start({ format: 'xlsx', columns: ['orderId', 'amount'] })
    await run(id)
    expect(await lastChoice(scope, 'links')).toEqual({ columns: ['orderId', 'amount'], format: 'xlsx' })
    await forgetBulk({ at: later(AT, 7 * 24 * 60 - 1), limit: 100 }, storage)
    expect(await findExportFile(scope, id)).not.toBeNull()
    const name = (await findExportFile(scope, id))?.name ?? ''
    await forgetBulk({ at: later(AT, 7 * 24 * 60 + 1), limit: 100 }, storage)
    expect([await findExportFile(scope, id), await storage.read(name)]).toEqual([null, null])
    expect(await findExport(scope, id)).toMatchObject({ state: 'done', hasFile: false })
  })
})
