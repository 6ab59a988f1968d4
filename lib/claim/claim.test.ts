import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { eraseDue } from '@/lib/erasure/erase-due'
import { readPicture } from '@/lib/file/read-picture'
import { diskStorage, newFileName, type FileStorage } from '@/lib/file/storage'
import { sweepFiles } from '@/lib/file/sweep-files'
import { polyglot, receipt } from '@/prisma/testing/hostile-pictures'
import { announce } from '@/lib/order/announce'
import { expireDueOrders } from '@/lib/order/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { claimPayment } from './claim-payment'
import { confirmClaim, rejectClaim } from './decide-claim'
import { countOpenClaims, findProofFile, listOpenClaims, markTold } from './store'

useTestDatabase()

let folder: string
let storage: FileStorage
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claims-'))
  storage = diskStorage(join(folder, 'files'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const files = () => readdirSync(join(folder, 'files'))
const DAY = 24 * 60

async function pictureOf(sent: Buffer | Promise<Buffer>) {
  const read = await readPicture(await sent)
  if (!read.ok) throw new Error(read.problem)
  return read.picture
}

async function claimed(scope: MerchantScope, { proof, at = NOON, ...said }: { proof?: Buffer; at?: Date; transferredAmount?: number; note?: string } = {}) {
  const order = await makeOrder((await makeLink(scope, { usageLimit: 5 })).slug, {}, at)
  await claim(order.id, { ...(proof && { proof }), at, ...said })
  return order
}

const claim = async (orderId: string, { proof, at = NOON, transferredAmount = null, note = null }: { proof?: Buffer; at?: Date; transferredAmount?: number | null; note?: string | null } = {}) =>
  await claimPayment({ orderId, picture: proof ? await pictureOf(proof) : null, transferredAmount, note }, at, storage)

const queueOf = async (scope: MerchantScope, at = NOON) => (await listOpenClaims(scope, {}, at)).claims
const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (items.length !== 1 || item === undefined) throw new Error(`${items.length} instead of one`)
  return item
}
const statusOf = async (id: string) => (await prisma.order.findUniqueOrThrow({ where: { id } })).status
const logOf = async (orderId: string) => await prisma.confirmation.findMany({ where: { orderId }, orderBy: { number: 'asc' } })

describe('a customer who says that they have paid', () => {
  it('waits in review, with the picture drawn anew under a name of our own, and nothing is paid', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope, { proof: await polyglot(), transferredAmount: 85_000, note: 'Dari BCA' })
    const line = only(await queueOf(scope))
    expect(line).toMatchObject({ orderRowId: id, status: 'in_review', amount: 85_000, hasPicture: true, note: 'Dari BCA', warnings: [] })
    const { name } = (await findProofFile(scope, line.id)) ?? { name: '' }
    expect(name).toMatch(/^[0-9a-f]{40}$/)
    const kept = readFileSync(join(folder, 'files', name))
    expect(kept.includes('<script>')).toBe(false)
    expect((await sharp(kept).metadata()).format).toBe('jpeg')
    expect((await prisma.order.findUniqueOrThrow({ where: { id } })).paidAt).toBeNull()
  })

  it('is one line of the queue however often they say so; a new proof replaces the old one, file and all', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await claimed(scope, { proof: await receipt('85.000'), note: 'pertama' })
    await claim(id, { proof: await receipt('85.000', '1'), at: later(NOON, 5) })
    await claim(id, { at: later(NOON, 6) })
    const line = only(await queueOf(scope))
    expect(line).toMatchObject({ version: 3, hasPicture: true, note: 'pertama', openedAt: NOON, sentAt: later(NOON, 6) })
    expect(files()).toHaveLength(before + 1)
    expect(await countOpenClaims(scope)).toBe(1)
  })

  it('claims twenty times at once: one line, one file', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await makeOrder((await makeLink(scope)).slug)
    const proof = await receipt('85.000')
    await Promise.all(Array.from({ length: 20 }, () => claim(id, { proof })))
    expect(only(await queueOf(scope)).version).toBe(20)
    expect(files()).toHaveLength(before + 1)
    expect(await prisma.orderEvent.count({ where: { orderId: id, type: 'claim' } })).toBe(1)
  })

  it('may say so after the deadline: it waits for the seller, and the order stays expired', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    const at = later(NOON, 3 * DAY)
    await claim(id, { at })
    expect(await statusOf(id)).toBe('expired')
    const line = only(await queueOf(scope, at))
    expect(line.warnings).toEqual([{ kind: 'ended' }])
    expect(await confirmClaim(scope, { id: line.id, version: 1, received: 85_000 }, at)).toMatchObject({ ok: true })
    expect(await statusOf(id)).toBe('paid_late')
  })

  it('has nothing to claim for an order that is paid, and no file is left', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await makeOrder((await makeLink(scope)).slug)
    await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
    expect(await claim(id, { proof: await receipt('85.000') })).toBe('settled')
    expect(files()).toHaveLength(before)
    expect(await queueOf(scope)).toEqual([])
  })
})

describe('the seller’s queue', () => {
  it('warns of a picture that was used before, to the byte or saved again, in this shop only', async () => {
    const [scope, other] = [await makeShop(), await makeShop()]
    const proof = await receipt('85.000')
    const first = await claimed(scope, { proof })
    await claimed(other, { proof })
    const again = await claimed(scope, { proof, at: later(NOON, 1) })
    const resaved = await claimed(scope, { proof: await sharp(proof).resize(420).jpeg({ quality: 50 }).toBuffer(), at: later(NOON, 2) })
    const honest = await claimed(scope, { proof: await receipt('85.000', '73311'), at: later(NOON, 3) })
    const queue = await queueOf(scope)
    const warningsOf = (id: string) => queue.find(({ orderRowId }) => orderRowId === id)?.warnings
    expect(warningsOf(again.id)).toEqual([expect.objectContaining({ kind: 'samePicture', orderRowId: first.id })])
    expect(warningsOf(resaved.id)?.[0]?.kind).toBe('likePicture')
    expect(warningsOf(honest.id)).toEqual([])
    expect(only(await queueOf(other)).warnings).toEqual([])
  })

  it('warns of another amount, an account that changed within a day, and an order without a code of its own', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope, { transferredAmount: 80_000 })
    const account = await prisma.receivingAccount.create({
      data: { id: crypto.randomUUID(), merchantId: scope.merchantId, kind: 'bank', label: 'BCA Melati', details: { kind: 'bank', bank: 'BCA', number: '123', holder: 'Melati' }, changedAt: later(NOON, -60), createdAt: later(NOON, -60) },
    })
    await prisma.order.update({ where: { id }, data: { accountId: account.id, needsMatching: true } })
    const kindsAt = async (at: Date) => only(await queueOf(scope, at)).warnings.map(({ kind }) => kind)
    expect(await kindsAt(NOON)).toEqual(['otherAmount', 'accountChanged', 'needsMatching'])
    expect(await kindsAt(later(NOON, DAY))).toEqual(['otherAmount', 'needsMatching'])
  })

  it('shows longest waiting first, page by page, each line once', async () => {
    const scope = await makeShop()
    const orders = []
    for (let minute = 0; minute < 23; minute += 1) orders.push((await claimed(scope, { at: later(NOON, minute) })).id)
    const first = await listOpenClaims(scope, {}, NOON)
    const second = await listOpenClaims(scope, { cursor: first.next ?? '' }, NOON)
    expect([...first.claims, ...second.claims].map(({ orderRowId }) => orderRowId)).toEqual(orders)
    expect(second.next).toBeNull()
  })

  it('is the shop’s and the mode’s own, and so are proofs and decisions', async () => {
    const [scope, stranger] = [await makeShop(), await makeShop()]
    const { id } = await claimed(scope, { proof: await receipt('85.000') })
    const line = only(await queueOf(scope))
    for (const other of [stranger, { ...scope, mode: 'live' as const }]) {
      expect(await queueOf(other)).toEqual([])
      expect(await findProofFile(other, line.id)).toBeNull()
      expect(await confirmClaim(other, { id: line.id, version: 1, received: 85_000 }, NOON)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
      expect(await rejectClaim(other, { id: line.id, version: 1, reason: 'notArrived' }, NOON)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
    }
    expect(await statusOf(id)).toBe('in_review')
  })
})

describe('a decision about a claim', () => {
  it('of ten sellers at once is one; the others hear that it was decided', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope)
    const line = only(await queueOf(scope))
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) =>
      index % 2 ? confirmClaim(scope, { id: line.id, version: 1, received: 85_000 }, NOON) : rejectClaim(scope, { id: line.id, version: 1, reason: 'notArrived' }, NOON)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok)) expect(answer).toMatchObject({ error: { kind: 'conflict', message: 'claimDecided' } })
    expect(await logOf(id)).toHaveLength(1)
    expect(await queueOf(scope)).toEqual([])
  })

  it('is about the proof that was looked at', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope)
    const line = only(await queueOf(scope))
    await claim(id, { proof: await receipt('85.000'), at: later(NOON, 1) })
    expect(await confirmClaim(scope, { id: line.id, version: line.version, received: 85_000 }, NOON)).toMatchObject({ error: { message: 'claimChanged' } })
    // Typed in dollars, read as cents: never taken for the order's rupiah.
    expect(await confirmClaim(scope, { id: line.id, version: line.version + 1, received: 85_000, currency: 'USD' }, NOON)).toMatchObject({ error: { message: 'claimChanged' } })
    expect(await statusOf(id)).toBe('in_review')
  })

  it('rejected tells why, and the customer may claim again: the same line, waiting anew', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope)
    const line = only(await queueOf(scope))
    await rejectClaim(scope, { id: line.id, version: 1, reason: 'Belum ada di BCA' }, later(NOON, 10))
    expect(await statusOf(id)).toBe('pending')
    expect(await prisma.paymentClaim.findUnique({ where: { orderId: id } })).toMatchObject({ state: 'rejected', reason: 'Belum ada di BCA', decidedBy: scope.userId })
    await claim(id, { at: later(NOON, 20) })
    expect(only(await queueOf(scope))).toMatchObject({ id: line.id, version: 2, openedAt: later(NOON, 20), status: 'in_review' })
  })

  it('rejected after the deadline leaves the order expired, and is written down', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    const at = later(NOON, 3 * DAY)
    await claim(id, { at })
    expect(await rejectClaim(scope, { id: only(await queueOf(scope, at)).id, version: 1, reason: 'notArrived' }, at)).toMatchObject({ ok: true })
    expect(await statusOf(id)).toBe('expired')
    expect((await logOf(id)).map(({ type }) => type)).toEqual(['rejected'])
    expect(await queueOf(scope, at)).toEqual([])
    // The customer is told, once, and not that they may still pay; other servers hear of no change.
    const [letter, ...others] = await prisma.emailMessage.findMany({ where: { orderId: id, template: 'paymentNotFound' } })
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: 'sari@example.com', text: expect.stringContaining('Uangnya belum masuk') })
    expect(letter?.text).toContain('tanya toko dulu sebelum membayar lagi')
    expect(letter?.text).not.toContain('23 November')
    const [event] = await prisma.orderEvent.findMany({ where: { orderId: id, type: 'reject' } })
    expect(event).toMatchObject({ from: 'expired', to: 'expired', actorId: scope.userId, reason: 'notArrived' })
    expect(await sql.queryRows`SELECT 1 FROM pgboss.job WHERE name = 'order-event' AND data->>'eventId' = ${String(event?.id)}`).toEqual([])
  })

  it.each([84_000, 90_000])('confirmed with %i says so: order, ledger and log', async (received) => {
    const scope = await makeShop()
    const { id } = await claimed(scope)
    await confirmClaim(scope, { id: only(await queueOf(scope)).id, version: 1, received }, NOON)
    expect(await prisma.order.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'paid', amount: BigInt(received), expectedAmount: 85_000n })
    const [posted] = await sql.queryRows<{ sum: string }>`SELECT sum(amount)::text AS sum FROM ledger_transfers WHERE order_id = ${id}::uuid AND credit = 'merchant'`
    expect(posted?.sum).toBe(String(received))
    expect((await logOf(id))[0]?.facts).toMatchObject({ expected: 85_000, received })
  })

  it('by the bank’s statement takes the claim out of the queue too', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope)
    await confirmPayment(scope, { orderId: id, facts: { credit: 'BCA 1' }, at: NOON })
    expect(await queueOf(scope)).toEqual([])
    expect(await prisma.paymentClaim.findUnique({ where: { orderId: id } })).toMatchObject({ state: 'confirmed' })
  })
})

describe('what is private', () => {
  it('is erased once the shop’s time is over: the picture and the address, not that there was one', async () => {
    const scope = await makeShop()
    const done = await claimed(scope, { proof: await receipt('85.000'), note: 'Dari BCA' })
    const open = await claimed(scope, { proof: await receipt('85.000', '2') })
    await confirmClaim(scope, { id: (await queueOf(scope)).find(({ orderRowId }) => orderRowId === done.id)?.id ?? '', version: 1, received: 85_000 }, NOON)
    await prisma.order.updateMany({ where: { id: { in: [done.id, open.id] } }, data: { shippingAddress: { address: 'Jl. Melati 1' } } })
    const name = (await prisma.paymentClaim.findUniqueOrThrow({ where: { orderId: done.id }, include: { file: true } })).file?.name ?? ''
    const erased = async () => {
      const { shippingAddress, claim: kept } = await prisma.order.findUniqueOrThrow({ where: { id: done.id }, include: { claim: true } })
      return shippingAddress === null && kept?.fileId === null && kept.note === null && kept.erasedAt !== null && kept.sentHash !== null && !files().includes(name)
    }
    await eraseDue({ at: later(NOON, 179 * DAY), limit: 1_000 }, storage)
    expect(await erased()).toBe(false)
    await eraseDue({ at: later(NOON, 180 * DAY + 1), limit: 1_000 }, storage)
    expect(await erased()).toBe(true)
    expect((await prisma.order.findUniqueOrThrow({ where: { id: open.id }, include: { claim: true } })).claim?.fileId).not.toBeNull()
    // The open one runs out of its thirty days in review: from then its own time counts.
    await expireDueOrders({ at: later(NOON, 31 * DAY), limit: 1_000 })
    await prisma.merchant.update({ where: { id: scope.merchantId }, data: { eraseAfterDays: 30 } })
    await eraseDue({ at: later(NOON, 60 * DAY), limit: 1_000 }, storage)
    expect((await prisma.paymentClaim.findUnique({ where: { orderId: open.id } }))?.fileId).not.toBeNull()
    await eraseDue({ at: later(NOON, 62 * DAY), limit: 1_000 }, storage)
    expect((await prisma.paymentClaim.findUnique({ where: { orderId: open.id } }))?.fileId).toBeNull()
  })

  it('does not pile up: files without a row go after an hour, half-written ones too, and nothing else', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope, { proof: await receipt('85.000') })
    const kept = (await prisma.paymentClaim.findUniqueOrThrow({ where: { orderId: id }, include: { file: true } })).file?.name ?? ''
    const [orphan, half, fresh] = [newFileName(), `${newFileName()}.part`, newFileName()]
    for (const name of [orphan, half, fresh, 'keep-me.txt']) writeFileSync(join(folder, 'files', name), 'x')
    const now = new Date()
    const old = later(now, -61)
    for (const name of [orphan, half, kept, 'keep-me.txt']) utimesSync(join(folder, 'files', name), old, old)
    await sweepFiles(now, storage)
    expect(files()).toEqual(expect.arrayContaining([kept, fresh, 'keep-me.txt']))
    expect(files()).not.toContain(orphan)
    expect(files()).not.toContain(half)
  })

  it('cannot be reached by another name than our own', async () => {
    for (const name of ['../app-secret', '/etc/passwd', 'a'.repeat(39), `${newFileName()}/..`, '']) await expect(storage.read(name), name).rejects.toThrow('not the name')
  })
})

describe('the customer of a rejected proof', () => {
  const untoldOf = async (scope: MerchantScope, at = NOON) => (await listOpenClaims(scope, {}, at)).untold

  async function rejected(scope: MerchantScope, reason = 'notArrived') {
    const order = await claimed(scope)
    const { id, version } = only((await queueOf(scope)).filter(({ orderRowId }) => orderRowId === order.id))
    expect((await rejectClaim(scope, { id, version, reason }, NOON)).ok).toBe(true)
    return { id, version, order }
  }

  it('is offered to be told until that was done, whoever looks and however often', async () => {
    const scope = await makeShop()
    const { id, version } = await rejected(scope, 'Belum ada')
    for (let look = 0; look < 2; look += 1) expect(await untoldOf(scope, later(NOON, 60))).toMatchObject([{ claim: { id, status: 'pending' }, reason: 'Belum ada', at: NOON }])
    expect(await markTold(scope, { id, version }, NOON)).toBe(true)
    expect(await untoldOf(scope)).toEqual([])
  })

  it('is offered again after another proof was rejected, not before', async () => {
    const scope = await makeShop()
    const { id, version, order } = await rejected(scope)
    await markTold(scope, { id, version }, NOON)
    await claim(order.id)
    expect(await untoldOf(scope)).toEqual([])
    await rejectClaim(scope, { id, version: version + 1, reason: 'otherAmount' }, NOON)
    // A tap on the card of the first rejection, in another window, is about the first one.
    await markTold(scope, { id, version }, NOON)
    expect(await untoldOf(scope)).toMatchObject([{ reason: 'otherAmount' }])
  })

  it('is offered no more once the money came, nor after a week, nor to another shop', async () => {
    const scope = await makeShop()
    const { id, version, order } = await rejected(scope)
    expect(await untoldOf(scope, later(NOON, 8 * DAY))).toEqual([])
    const other = await makeShop()
    expect(await untoldOf(other)).toEqual([])
    expect(await markTold(other, { id, version }, NOON)).toBe(false)
    await confirmPayment(scope, { orderId: order.id, facts: {}, at: NOON })
    expect(await untoldOf(scope)).toEqual([])
  })
})
