import 'server-only'
import type { OrderNews, Verdict } from './status'
import { judge, orderStatus } from './status'
import { changeOrderStatus, findOrderStanding } from './store'
import type { OrderActor } from './views'

export type Announcement = { orderId: string; news: OrderNews; actor: OrderActor; reason?: string; at: Date }

export type Outcome = { kind: 'applied' } | Exclude<Verdict, { kind: 'apply' }> | { kind: 'notFound' }

/**
 * Brings news to an order (by its row id). Late, repeated and out-of-order news are ordinary answers.
 * Two pieces of news that race are decided by the database, one after the other.
 *
 * A pending order past its deadline is expired first, so that money never settles an order whose
 * place may be gone.
 */
export async function announce({ orderId, news, actor, reason, at }: Announcement): Promise<Outcome> {
  for (;;) {
    const standing = await findOrderStanding(orderId)
    if (!standing) return { kind: 'notFound' }
    const { status: from } = standing
    if (from !== orderStatus(standing, at) && news !== 'expire') {
      await changeOrderStatus({ id: orderId, from, to: 'expired', news: 'expire', actor: 'clock', reason: null, at })
      continue
    }
    const verdict = judge(from, news)
    if (verdict.kind !== 'apply') return verdict
    const moved = await changeOrderStatus({ id: orderId, from, to: verdict.to, news, actor, reason: reason ?? null, at })
    if (moved) return { kind: 'applied' }
  }
}
