import { describe, expect, it } from 'vitest'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import { DAY, logOf, only, queueOf, statusOf, useClaims } from '@/prisma/testing/claims'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { receipt } from '@/prisma/testing/hostile-pictures'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmClaim, rejectClaim } from './decide-claim'
import { listOpenClaims, markTold } from './store'

useTestDatabase()
const { claim, claimed } = useClaims()

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
