import { randomUUID } from 'node:crypto'
import { placeOrder } from '@/lib/checkout/place-order'
import { prisma } from '@/lib/database/client'
import { applyLinkChange } from '@/lib/link/change-link-state'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema } from '@/lib/link/schema'
import { totalOf } from '@/lib/link/total'
import { announce, type Announcement } from '@/lib/order/announce'
import { methodsFor } from '@/lib/payment/methods'
import { readableId } from '@/lib/platform/ids'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { DEMO_CUSTOMERS, DEMO_LINKS, type DemoLink } from './catalogue'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const DEMO_ORDERS = 200

/**
 * Fills an empty shop through the product's own use cases, at the times at which things happened.
 * The same shop every time: who buys what comes from counting, not from chance.
 */
export async function fillShop(scope: MerchantScope, now: Date): Promise<void> {
  const made = []
  for (const link of DEMO_LINKS) {
    made.push({ link, ...(await makeDemoLink(scope, link, now)) })
    await forgetAnnouncements(scope)
  }
  const open = made.filter(({ link }) => link.fate !== 'scheduled')
  let placed = 0
  for (const { link, slug } of open.filter((each) => each.link.fate === 'soldOut')) {
    for (let use = 0; use < (link.usageLimit ?? 0); use++) placed += await buy({ link, slug, number: placed, outcome: 'settle' }, now)
    await forgetAnnouncements(scope)
  }
  // Round after round over the links that still sell, newest orders last; the last few are still waiting.
  for (let round = 0; placed < DEMO_ORDERS; round++) {
    if (round > DEMO_ORDERS * 20) throw new Error('the demo links take no more orders')
    const { link, slug } = pick(open, round * 5)
    const isRecent = placed > DEMO_ORDERS - 12 && link.fate === undefined
    placed += await buy({ link, slug, number: placed, outcome: isRecent ? undefined : outcomeOf(round) }, now)
    await forgetAnnouncements(scope)
  }
  await addAftermath(scope, now)
  for (const { link, id } of made) {
    if (link.fate === 'paused') await applyLinkChange(scope, id, 'pause', new Date(now.getTime() - DAY))
    if (link.fate === 'deleted') await applyLinkChange(scope, id, 'delete', new Date(now.getTime() - DAY))
  }
}

/** What can happen after the sale: money back in part and in full, money that came too late. */
async function addAftermath(scope: MerchantScope, now: Date): Promise<void> {
  const own = { merchantId: scope.merchantId, mode: scope.mode }
  const newest = { orderBy: { createdAt: 'desc' } } as const
  const paid = await prisma.order.findMany({ where: { ...own, status: 'paid', paymentMethod: { in: ['gopay', 'other_qris'] } }, ...newest, take: 4 })
  for (const [index, { id, amount }] of paid.entries()) {
    const refunded = index % 2 === 0 ? Number(amount) : Math.ceil(Number(amount) / 2)
    await refundOrder(scope, { orderId: id, refundKey: `demo-${index}`, amount: refunded, reason: 'Barang habis', channel: 'rail' }, new Date(now.getTime() - DAY / 2))
  }
  const expired = await prisma.order.findMany({ where: { ...own, status: 'expired' }, ...newest, take: 2 })
  for (const { id, expiresAt } of expired) await announce({ orderId: id, news: 'settle', actor: 'rail', at: new Date(expiresAt.getTime() + 7 * MINUTE) })
  await forgetAnnouncements(scope)
}

/** Nobody is told of what never happened: the jobs go before a worker sees them. */
async function forgetAnnouncements({ merchantId }: MerchantScope): Promise<void> {
  await prisma.$executeRaw`
    DELETE FROM pgboss.job USING order_events WHERE name = 'order-event' AND pgboss.job.state = 'created'
      AND order_events.merchant_id = ${merchantId}::uuid AND data->>'eventId' = order_events.id::text`
  await prisma.$executeRaw`
    DELETE FROM pgboss.job USING email_messages WHERE name = 'email' AND pgboss.job.state = 'created'
      AND merchant_id = ${merchantId}::uuid AND data->>'messageId' = email_messages.id::text`
  await prisma.$executeRaw`UPDATE email_messages SET state = 'kept' WHERE merchant_id = ${merchantId}::uuid AND state = 'pending'`
}

function pick<T>(choices: readonly T[], number: number): T {
  const choice = choices[number % choices.length]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

function outcomeOf(round: number): Announcement['news'] {
  const tenth = round % 10
  if (tenth < 6) return 'settle'
  return tenth < 8 ? 'expire' : tenth === 8 ? 'cancel' : 'deny'
}

async function makeDemoLink(scope: MerchantScope, link: DemoLink, now: Date): Promise<{ id: string; slug: string }> {
  const created = new Date(now.getTime() - link.daysAgo * DAY)
  const days = link.fate === 'expired' ? link.daysAgo - 2 : link.fate === 'endsSoon' ? link.daysAgo + 1 : undefined
  const values = createLinkSchema.parse({
    submissionId: randomUUID(),
    orderId: link.orderId,
    slug: `${link.orderId.toLowerCase().replaceAll(/[^a-z0-9-]/g, '')}-${readableId(6)}`,
    usageLimit: link.usageLimit,
    items: link.items,
    title: link.title ?? '',
    description: link.description ?? '',
    startsAt: link.fate === 'scheduled' ? new Date(now.getTime() + 3 * DAY).toISOString().slice(0, 16) : '',
    expiry: days === undefined ? { kind: 'never' } : { kind: 'after', amount: days, unit: 'days' },
    customer: link.customer ?? null,
    paymentMethods: [],
  })
  const result = await createLink(scope, values, { timeZone: 'Asia/Jakarta', at: created })
  if (!result.ok) throw new Error(`the demo link ${link.orderId} was refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** One customer chooses a method and, unless still waiting, something comes of it. Returns how many orders that made. */
async function buy(
  { link, slug, number, outcome }: { link: DemoLink; slug: string; number: number; outcome: Announcement['news'] | undefined },
  now: Date,
): Promise<number> {
  const amount = totalOf(link.items)
  const methods = methodsFor({ mode: 'test', currency: 'IDR', amount, chosen: [] })
  const name = DEMO_CUSTOMERS[number % DEMO_CUSTOMERS.length] ?? 'Sari'
  const opened = now.getTime() - link.daysAgo * DAY
  const span = (link.fate === 'expired' ? opened + (link.daysAgo - 2) * DAY : now.getTime() - DAY) - opened
  const at = outcome ? new Date(opened + Math.floor(span * ((number + 1) / (DEMO_ORDERS + 2)))) : new Date(now.getTime() - (number % 12) * 9 * MINUTE)
  const method = outcome ? methods[(number * 5) % methods.length] : methods.find((each) => each.endsWith('_va'))
  const placed = await placeOrder(
    {
      slug, amount, submissionId: randomUUID(), method: method ?? 'bca_va', locale: 'id',
      customer: { name, phone: `0812${String(30_000_000 + number * 7_919).slice(-8)}`, email: `${name.split(' ')[0]?.toLowerCase()}@example.com` },
    },
    at,
  )
  if (placed.kind !== 'placed') return 0
  if (!outcome) return 1
  const order = await prisma.order.findUniqueOrThrow({ where: { token: placed.token }, select: { id: true, expiresAt: true } })
  const when = outcome === 'expire' ? order.expiresAt : new Date(at.getTime() + (2 + (number % 9)) * MINUTE)
  await announce({ orderId: order.id, news: outcome, actor: outcome === 'expire' ? 'clock' : outcome === 'cancel' ? 'seller' : 'rail', at: when })
  return 1
}
