import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { reconcile } from '@/lib/ledger/reconcile'
import { applyLinkChange, type LinkChange } from '@/lib/link/change-link-state'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { later, makeLink, makeShop, NOON, orderWish } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { announce, type Announcement } from './announce'
import { decideOrder } from './decide-order'
import { orderStatus } from './status'
import { expireDueOrders } from './store'

/**
 * Links and orders against a small model that was written without looking at the transition table:
 * random sequences of what customers, sellers, rails and the clock do, repeated and out of order.
 * `MODEL_RUNS=1000 vitest run lib/order/model` for more of them; a failure prints its seed and path.
 */
useTestDatabase()

const RUNS = Number(process.env['MODEL_RUNS'] ?? 100)
const PRICE = 85_000
const METHODS = { gopay: 15, credit_card: 15, bca_va: 24 * 60 } as const
const WEEK = 7 * 24 * 60

type Fate = 'waiting' | 'reserved' | 'sold' | 'late' | 'denied' | 'cancelled' | 'expired'
type ModelOrder = { fate: Fate; deadline: number; refunded: number; tookPlace: boolean }
type Model = { minute: number; limit: number | null; link: 'active' | 'paused' | 'deleted'; wasPaused: boolean; orders: ModelOrder[] }
type Real = { scope: MerchantScope; linkId: string; slug: string; ids: string[] }

const isAlive = (model: Model, { fate, deadline }: ModelOrder) => (fate === 'waiting' || fate === 'reserved') && deadline > model.minute
const hasMoney = ({ fate }: ModelOrder) => fate === 'sold' || fate === 'late'
const placesTaken = (model: Model) => model.orders.filter((order) => order.tookPlace || isAlive(model, order)).length
const hasPlace = (model: Model) => model.limit === null || placesTaken(model) < model.limit
const at = (model: Model) => later(NOON, model.minute)

/** The name that the product should give. */
function nameOf(model: Model, order: ModelOrder): string {
  if (order.refunded === PRICE) return 'refunded'
  if (order.refunded > 0) return 'partially_refunded'
  if (order.fate === 'waiting' || order.fate === 'reserved') {
    if (!isAlive(model, order)) return 'expired'
    return order.fate === 'waiting' ? 'pending' : 'authorized'
  }
  return { sold: 'paid', late: 'paid_late', denied: 'denied', cancelled: 'cancelled', expired: 'expired' }[order.fate]
}

type Step = fc.AsyncCommand<Model, Real>

/** Runs, then compares everything that can be seen. */
const step = (label: string, run: (model: Model, real: Real) => Promise<void>, check: (model: Readonly<Model>) => boolean = () => true): Step => ({
  check,
  run: async (model, real) => {
    await run(model, real)
    await expectAgreement(model, real)
  },
  toString: () => label,
})

/** A step about the n-th order, counted around. */
const about = (label: string, pick: number, run: (model: Model, order: ModelOrder, real: Real, id: string) => Promise<void>): Step =>
  step(
    `${label} #${pick}`,
    async (model, real) => {
      const index = pick % model.orders.length
      const [order, id] = [model.orders[index], real.ids[index]]
      if (order && id !== undefined) await run(model, order, real, id)
    },
    ({ orders }) => orders.length > 0,
  )

const open = (method: keyof typeof METHODS): Step =>
  step(`open with ${method}`, async (model, real) => {
    const placed = await placeOrder(orderWish(real.slug, { method, submissionId: randomUUID() }), at(model))
    const allowed = model.link === 'active' && hasPlace(model)
    expect(placed.kind, 'placing').toBe(allowed ? 'placed' : 'closed')
    if (placed.kind !== 'placed') return
    real.ids.push((await prisma.order.findUniqueOrThrow({ where: { token: placed.token } })).id)
    model.orders.push({ fate: 'waiting', deadline: model.minute + METHODS[method], refunded: 0, tookPlace: false })
  })

const rail = (news: Extract<Announcement['news'], 'authorize' | 'settle' | 'deny' | 'expire'>, pick: number): Step =>
  about(`rail says ${news}`, pick, async (model, order, _, id) => {
    const outcome = await announce({ orderId: id, news, actor: 'rail', at: at(model) })
    const alive = isAlive(model, order)
    const wasOpen = order.fate === 'waiting' || order.fate === 'reserved'
    if (wasOpen && !alive) order.fate = 'expired'
    if (news === 'settle') {
      expect(outcome.kind).toBe(hasMoney(order) ? 'alreadyApplied' : 'applied')
      if (hasMoney(order)) return
      order.fate = alive ? 'sold' : 'late'
      order.tookPlace = alive
    } else if (alive && !(news === 'authorize' && order.fate === 'reserved')) {
      expect(outcome.kind).toBe('applied')
      if (news === 'authorize') Object.assign(order, { fate: 'reserved', deadline: model.minute + WEEK })
      else order.fate = news === 'deny' ? 'denied' : 'expired'
    } else {
      // An overdue order that the rail calls expired is; perhaps that writes it down.
      if (!(news === 'expire' && wasOpen)) expect(outcome.kind).not.toBe('applied')
    }
  })

const cancel = (pick: number): Step =>
  about('seller cancels', pick, async (model, order, real, id) => {
    const result = await decideOrder(real.scope, id, 'cancel', at(model))
    expect(result.ok).toBe(isAlive(model, order) || order.fate === 'cancelled')
    if (isAlive(model, order)) order.fate = 'cancelled'
  })

const accept = (pick: number): Step =>
  about('seller accepts', pick, async (model, order, real, id) => {
    const can = order.fate === 'late' && order.refunded === 0 && hasPlace(model)
    const result = await decideOrder(real.scope, id, 'accept', at(model))
    expect(result.ok).toBe(can || (order.fate === 'sold' && order.refunded === 0))
    if (can) Object.assign(order, { fate: 'sold', tookPlace: true })
  })

const refund = (pick: number, amount: number): Step =>
  about(`seller refunds ${amount}`, pick, async (model, order, real, id) => {
    const wish = { orderId: id, refundKey: randomUUID(), amount, reason: 'Barang habis', channel: 'manual' as const }
    const can = hasMoney(order) && order.refunded + amount <= PRICE
    expect((await refundOrder(real.scope, wish, at(model))).ok).toBe(can)
    if (!can) return
    order.refunded += amount
    expect((await refundOrder(real.scope, wish, at(model))).ok, 'the same key again').toBe(true)
  })

const change = (what: LinkChange): Step =>
  step(`seller: ${what} link`, async (model, real) => {
    await applyLinkChange(real.scope, real.linkId, what, at(model))
    const { link } = model
    if (what === 'pause' && link === 'active') model.link = 'paused'
    if (what === 'resume' && link === 'paused') model.link = 'active'
    if (what === 'delete' && link !== 'deleted') Object.assign(model, { link: 'deleted', wasPaused: link === 'paused' })
    if (what === 'restore' && link === 'deleted') model.link = model.wasPaused ? 'paused' : 'active'
  })

const clock = (minutes: number): Step => step(`${minutes} minutes pass`, (model) => Promise.resolve(void (model.minute += minutes)))
const sweep: Step = step('sweep', async (model) => void (await expireDueOrders({ at: at(model), limit: 100 })))

const pick = fc.nat({ max: 5 })
const STEPS = [
  fc.constantFrom(...(Object.keys(METHODS) as (keyof typeof METHODS)[])).map(open),
  fc.constantFrom(...(Object.keys(METHODS) as (keyof typeof METHODS)[])).map(open),
  fc.tuple(fc.constantFrom('authorize', 'settle', 'deny', 'expire'), pick).map(([news, n]) => rail(news, n)),
  pick.map((n) => rail('settle', n)),
  pick.map(cancel),
  pick.map(accept),
  fc.tuple(pick, fc.constantFrom(1, 40_000, 84_999, PRICE)).map(([n, amount]) => refund(n, amount)),
  fc.constantFrom<LinkChange[]>('pause', 'resume', 'delete', 'restore', 'restore').map(change),
  fc.constantFrom(1, 14, 15, 60, 24 * 60, WEEK).map(clock),
  fc.constant(sweep),
]

async function expectAgreement(model: Model, real: Real): Promise<void> {
  const rows = await prisma.order.findMany({ where: { id: { in: real.ids } } })
  const statuses = new Map(rows.map((row) => [row.id, orderStatus(row, at(model))]))
  expect(real.ids.map((id) => statuses.get(id))).toEqual(model.orders.map((order) => nameOf(model, order)))
  const link = await prisma.link.findUniqueOrThrow({ where: { id: real.linkId } })
  expect(link.usedCount).toBe(model.orders.filter(({ tookPlace }) => tookPlace).length)
  if (model.limit !== null) expect(link.usedCount + link.heldCount).toBeLessThanOrEqual(model.limit)
}

test(`${RUNS} random lives of a link end as the model says`, { timeout: 600_000 }, async () => {
  const scope = await makeShop()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 2, 3, null), fc.commands(STEPS, { maxCommands: 30, size: 'max' }), async (limit, commands) => {
      const link = await makeLink(scope, { usageLimit: limit })
      const model: Model = { minute: 0, limit, link: 'active', wasPaused: false, orders: [] }
      await fc.asyncModelRun(() => ({ model, real: { scope, linkId: link.id, slug: link.slug, ids: [] } }), commands)
    }),
    { numRuns: RUNS },
  )
  expect(await prisma.order.count()).toBeGreaterThan(RUNS)
  expect((await reconcile()).differences).toEqual([])
})
