import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { DAY, only, queueOf, statusOf, useClaims } from '@/prisma/testing/claims'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { receipt } from '@/prisma/testing/hostile-pictures'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmClaim, rejectClaim } from './decide-claim'
import { findProofFile, listOpenClaims } from './store'

useTestDatabase()
const { claimed } = useClaims()

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
