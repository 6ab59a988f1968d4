import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import type { MerchantScope } from '@/lib/shop/scope'
import { decodeText } from '@/lib/statement/decode-text'
import { makeLink, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { previewImport } from './preview-import'
import { findImport, listImportRows } from './queries'
import { readFile } from './read-file'
import { readTable } from './read-table'
import { resultFile } from './result-file'
import { runImports } from './run-import'
import { startImport } from './start-import'
import { cancelImport, insertImport, listWaitingRows, takeUpImport } from './store'

useTestDatabase()

let scope: MerchantScope

beforeEach(async () => {
  scope = await makeShop()
})

const circumstances = { timeZone: 'Asia/Jakarta', currency: 'IDR' as const, at: NOON }
const table = (...rows: string[]) => Buffer.from(['order_id,item_name,price,email', ...rows].join('\n'))
const send = (content: Buffer, wish: Partial<Parameters<typeof startImport>[1]> = {}, shop = scope) =>
  startImport(shop, { content, submissionId: randomUUID(), fileName: 'link.csv', leavesOutWrong: false, again: false, sendsEmails: false, ...wish }, circumstances)
const started = async (content: Buffer, wish: Partial<Parameters<typeof startImport>[1]> = {}) => {
  const sent = await send(content, wish)
  if (sent.outcome !== 'started') throw new Error(JSON.stringify(sent))
  return sent.id
}
const run = (importId: string) => runImports([{ importId }], () => NOON)
async function resultOf(id: string): Promise<{ fileName: string; text: Buffer }> {
  const file = await resultFile(scope, id, { stateOf: (state) => state, reasonOf: (message) => message, urlOf: (slug) => `https://t.example/p/${slug}` })
  const pieces: Buffer[] = []
  for await (const piece of file?.content ?? []) pieces.push(piece)
  return { fileName: file?.fileName ?? '', text: Buffer.concat(pieces) }
}
const links = () => prisma.link.count({ where: { merchantId: scope.merchantId } })

describe('a preview', () => {
  it('says what is wrong with which cell, and writes nothing', async () => {
    await makeLink(scope, { orderId: 'A-2' })
    const read = await previewImport(scope, table('A-1,Kaos,1000,a@example.com', 'A-2,Tas,1000,', 'A-3,Topi,x,'), circumstances)
    expect(read.ok && read.preview).toMatchObject({
      rowCount: 3, goodCount: 1, totals: [{ currency: 'IDR', amount: 1_000 }], emailCount: 1, earlier: null, sample: [{ row: 2, total: 1_000 }],
      refused: [{ row: 3, problems: [{ column: 'order_id', message: 'orderIdTaken', value: 'A-2' }] }, { row: 4, problems: [{ column: 'price', message: 'price.notANumber', value: 'x' }] }],
    })
    expect(await links()).toBe(1)
    expect(await prisma.linkImport.count({ where: { merchantId: scope.merchantId } })).toBe(0)
  })

  it('gives each of 5,000 rows without an order ID one of its own', async () => {
    const read = await readFile(scope, table(...Array.from({ length: 5_000 }, () => ',Kaos,1000,')), circumstances)
    const given = read.ok ? read.file.rows.map(({ wish }) => wish?.orderId ?? '') : []
    expect(new Set(given).size).toBe(5_000)
    // Of five characters there are 28 million: two of 5,000 links would want the same one in every third file, and others that are there already.
    for (const orderId of given) expect(orderId).toMatch(/^\d{6}-[A-Z2-9]{8}$/)
  })

  it('tells other shops nothing of an order ID or of a file', async () => {
    const content = table('A-1,Kaos,1000,')
    await run(await started(content))
    const read = await previewImport(await makeShop(), content, circumstances)
    expect(read.ok && read.preview).toMatchObject({ goodCount: 1, earlier: null })
  })
})

describe('an import', () => {
  it('makes every link as the form would, and says where each is', async () => {
    const id = await started(table('A-1,=1+1,85.000,sari@example.com', ',Tas,1000,'))
    await run(id)
    expect(await findImport(scope, id)).toMatchObject({ state: 'done', rowCount: 2, madeCount: 2, refusedCount: 0 })
    const made = await prisma.link.findFirstOrThrow({ where: { merchantId: scope.merchantId, orderId: 'A-1' } })
    expect(made).toMatchObject({ amount: 85_000n, usageLimit: 1, mode: 'test', items: [{ name: '=1+1', price: 85_000, quantity: 1 }] })
    expect(await prisma.linkEvent.count({ where: { linkId: made.id, type: 'created', actorId: scope.userId } })).toBe(1)

    const [first] = parse((await resultOf(id)).text, { bom: true, columns: true }) as Record<string, string>[]
    expect(first).toMatchObject({ row: '2', order_id: 'A-1', item_details_name: "'=1+1", status: 'made', payment_link_url: `https://t.example/p/${made.slug}`, error: '' })
  })

  it('says in the result file what each link asks for, so that it can be read again', async () => {
    const head = 'order_id,item_name,quantity,price,currency'
    const id = await started(Buffer.from(`${head}\nA-1,Kaos,2,50.000,\nA-2,Tas,1,"18,50",USD\nA-3,Topi,3,ribuan,\nA-4,Topi,1,ribuan,\n`), { leavesOutWrong: true })
    await run(id)
    const rows = parse((await resultOf(id)).text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(({ order_id, gross_amount }) => [order_id, gross_amount])).toEqual([['A-1', '100000'], ['A-2', '18.50'], ['A-3', ''], ['A-4', 'ribuan']])
  })

  it.each([[',', 'csv'], [';', 'csv'], ['\t', 'tsv']] as const)('of cells parted by %j has a result file parted alike', async (delimiter, ending) => {
    const id = await started(Buffer.from(table('A-1,Kaos,85000,', 'A-2,Tas,1000,').toString().replaceAll(',', delimiter)))
    await run(id)
    const { fileName, text } = await resultOf(id)
    expect(fileName).toBe(`links-result.${ending}`)
    expect((parse(text, { bom: true, delimiter, columns: true }) as Record<string, string>[]).map(({ order_id, status }) => [order_id, status])).toEqual([['A-1', 'made'], ['A-2', 'made']])
  })

  it('has a result file that, read again, says every hostile cell as it was typed', async () => {
    const names = ['=HYPERLINK("x")', '+62 812', '-5 %', '@SUM(A1)', 'Papan 12" kayu', 'Tas; merah, besar', "'=1+1", 'Sari;=1+1', '🧕🏽 Kerudung', 'مرحبا', 'Kaos “é”']
    const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
    for (const [index, delimiter] of ([',', ';', '\t'] as const).entries()) {
      const id = await started(Buffer.from(['order_id', 'item_name', 'price'].join(delimiter) + names.map((name, row) => `\r\n${[`R${index}-${row}`, quoted(name), '1000'].join(delimiter)}`).join('')))
      await run(id)
      const read = readTable(decodeText((await resultOf(id)).text))
      const place = read.ok ? (read.table.places.get('itemName') ?? -1) : -1
      // An apostrophe that was typed is taken for one that defused.
      expect(read.ok && read.table.rows.map(({ cells }) => cells[place])).toEqual(names.map((name) => (name === "'=1+1" ? '=1+1' : name)))
    }
  })

  it('writes to customers only when the seller says so, and then once to each whose e-mail is known', async () => {
    const wished = async (sendsEmails: boolean, orderIds: [string, string]) => {
      await run(await started(table(`${orderIds[0]},Kaos,1000,sari@example.com`, `${orderIds[1]},Tas,1000,`), { sendsEmails }))
      return await prisma.linkMessage.findMany({ where: { merchantId: scope.merchantId }, select: { to: true, channel: true, kind: true } })
    }
    expect(await wished(false, ['A-1', 'A-2'])).toEqual([])
    expect(await wished(true, ['B-1', 'B-2'])).toEqual([{ to: 'sari@example.com', channel: 'email', kind: 'link' }])
    expect(await prisma.emailMessage.count({ where: { merchantId: scope.merchantId } })).toBe(0)
  })

  it('leaves wrong rows out only when the seller says so, and repeats why', async () => {
    const content = table('A-1,Kaos,1000,', 'A-2,,1000,')
    expect(await send(content)).toEqual({ outcome: 'wrongRows' })
    expect(await prisma.linkImport.count({ where: { merchantId: scope.merchantId } })).toBe(0)
    const id = await started(content, { leavesOutWrong: true })
    await run(id)
    expect(await findImport(scope, id)).toMatchObject({ madeCount: 1, refusedCount: 1 })
    expect(await listImportRows(scope, { id, afterRow: 0, limit: 10, only: 'refused' })).toMatchObject([{ row: 3, slug: null, problems: [{ column: 'item_name', message: 'required' }] }])
    expect(await send(table(',,,'))).toMatchObject({ outcome: 'unreadable' })
    expect(await send(table('A-9,,1,'), { leavesOutWrong: true })).toEqual({ outcome: 'noGoodRows' })
  })

  it('that broke off anywhere, or runs twice at once, makes each link once', async () => {
    const id = await started(table(...Array.from({ length: 60 }, (_, index) => `,Kaos ${index},1000,`)))
    // A worker that died between writing the link and marking its row.
    const task = await takeUpImport(id)
    const [row] = await listWaitingRows(id, 1)
    if (!task || !row) throw new Error('nothing waits')
    const { createLink } = await import('@/lib/link/create-link')
    const { createLinkSchema } = await import('@/lib/link/schema')
    await createLink(task.scope, createLinkSchema.parse(row.wish), circumstances)
    expect(await links()).toBe(1)

    await Promise.all([run(id), run(id), run(id)])
    await run(id)
    expect(await links()).toBe(60)
    expect(await findImport(scope, id)).toMatchObject({ state: 'done', madeCount: 60, refusedCount: 0 })
  })

  it('clicked twice is one; the very same file again changes nothing unless the seller says so', async () => {
    const content = table('A-1,Kaos,1000,', ',Tas,1000,')
    const submissionId = randomUUID()
    const both = await Promise.all([send(content, { submissionId }), send(content, { submissionId })])
    expect(new Set(both.map((sent) => (sent.outcome === 'started' ? sent.id : sent.outcome))).size).toBe(1)
    const [sent] = both
    if (sent?.outcome !== 'started') throw new Error('not started')
    await run(sent.id)
    expect(await send(content, { submissionId })).toEqual(sent)

    expect(await send(content)).toEqual({ outcome: 'sameFile' })
    expect(await links()).toBe(2)
    const again = await started(content, { again: true, leavesOutWrong: true })
    await run(again)
    expect(await findImport(scope, again)).toMatchObject({ madeCount: 1, refusedCount: 1 })
    expect((await Promise.all([send(table('X-1,A,1000,')), send(table('X-1,A,1000,'))])).map(({ outcome }) => outcome).sort()).toEqual(['sameFile', 'started'])
  })

  it('refuses a row whose order ID was taken since the preview, and goes on', async () => {
    const id = await started(table('A-1,Kaos,1000,', 'A-2,Tas,1000,'))
    await makeLink(scope, { orderId: 'A-1' })
    await run(id)
    expect(await findImport(scope, id)).toMatchObject({ state: 'done', madeCount: 1, refusedCount: 1 })
    expect(await listImportRows(scope, { id, afterRow: 0, limit: 1 })).toMatchObject([{ state: 'refused', problems: [{ column: 'order_id', message: 'orderIdTaken' }] }])
  })

  it('hears of it between its batches when the seller cancels while it runs, and keeps what it made', async () => {
    const id = await started(table(...Array.from({ length: 60 }, (_, index) => `A-${index + 1},Kaos,1000,`)))
    let cancelled: Promise<boolean> | undefined
    await runImports([{ importId: id }], () => {
      cancelled ??= cancelImport(scope, id, NOON)
      return NOON
    })
    expect(await cancelled).toBe(true)
    expect(await findImport(scope, id)).toMatchObject({ state: 'cancelled', madeCount: 25 })
    expect(await links()).toBe(25)
  })

  it('stops when the seller cancels, and is nobody else’s to see or to cancel', async () => {
    const id = await started(table('A-1,Kaos,1000,'))
    const stranger = await makeShop()
    expect([await findImport(stranger, id), await cancelImport(stranger, id, NOON)]).toEqual([null, false])
    expect(await listImportRows(stranger, { id, afterRow: 0, limit: 10 })).toEqual([])
    expect(await cancelImport(scope, id, NOON)).toBe(true)
    await run(id)
    expect(await links()).toBe(0)
    expect(await findImport(scope, id)).toMatchObject({ state: 'cancelled', madeCount: 0 })
  })

  it('and its job are written together or not at all', async () => {
    const jobs = () => prisma.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM pgboss.job WHERE name = 'link-import'`
    const before = await jobs()
    await expect(insertImport(scope, { id: randomUUID(), submissionId: randomUUID(), fileName: 'x'.repeat(500), fingerprint: 'a'.repeat(64), delimiter: ',', timeZone: 'Asia/Jakarta', rows: [], at: NOON }, { again: true, refusal: null })).rejects.toThrow()
    expect(await jobs()).toEqual(before)
  })
})
