import { setTimeout as sleep } from 'node:timers/promises'
import { order, openForm, newPerson, pay, sendOrder, takeBack, tokenOf, type Answer } from './customer.ts'
import { imbalance } from './balance.ts'
import type { Server } from './processes.ts'
import type { Act, Scenario } from './scenario.ts'

type Link = { id: string; slug: string }
type Race = (act: Act, servers: readonly [Server, Server], link: Link, orderPage: string) => Promise<{ answers: Answer[]; rival?: Answer | undefined }>
type Standing = { status: string; state: string; used: number; held: number; exits: number; postings: number }

const AT_ONCE = 10
/** How far apart two things of a race may begin, in milliseconds, either way. */
const SPREAD_MS = 15
const BALANCED = 'after the races the books balance'

/** Two things happen to one order at the same moment, through two servers. */
export const races: Scenario = {
  name: 'races',
  rounds: { full: 500, quick: 20 },
  async run(act) {
    const servers = [await act.world.server('A'), await act.world.server('B')] as const
    for (const [kind, { promise, race, isRight }] of Object.entries(RACES)) {
      for (let done = 0; done < act.rounds; done += AT_ONCE) {
        await Promise.all(
          Array.from({ length: Math.min(AT_ONCE, act.rounds - done) }, async () => {
            const link = await act.makeLink(1)
            const placed = await order(servers[0].url, link.slug)
            const { answers, rival } = await race(act, servers, link, placed.location)
            const standing = await standingOf(act, link, placed.location)
            const sound = [placed, ...answers].every(({ status }) => status < 500)
            const right = sound && standing.exits === 1 && isRight(standing, rival)
            act.promises.look(promise, right ? null : `${kind}: ${JSON.stringify(standing)}, answers ${answers.map(({ status }) => status).join(', ')}`)
          }),
        )
        act.progress(done + AT_ONCE)
      }
    }
    act.promises.look(BALANCED, await imbalance(act.world))
  },
}

const RACES: Record<string, { promise: string; race: Race; isRight(standing: Standing, rival: Answer | undefined): boolean }> = {
  expiry: {
    promise: 'paid at the moment of expiry: paid, or late; the place never goes to two',
    race: async ({ world, random }, [one, other], { slug }, orderPage) => {
      const { fields } = await openForm(other.url, `${slug}?new=1`)
      const form = 'form' in fields ? fields : await formOf(world, slug)
      const deadline = Date.now() + 150
      await world.query('UPDATE orders SET expires_at = $2 WHERE token = $1', [tokenOf(orderPage), new Date(deadline)])
      const [paid, rival] = await Promise.all([
        at(deadline + random.between(-SPREAD_MS, SPREAD_MS), () => pay(one.url, orderPage)),
        at(deadline + random.between(-SPREAD_MS, SPREAD_MS), () => sendOrder(other.url, slug, form, newPerson())),
      ])
      return { answers: [paid, rival], rival }
    },
    isRight: ({ status, used, held, postings }, rival) => {
      const rivalHolds = rival?.status === 303 ? 1 : 0
      if (status === 'paid') return used === 1 && held === 0 && rivalHolds === 0 && postings === 1
      return status === 'paid_late' && used === 0 && held === rivalHolds && postings === 1
    },
  },
  cancel: {
    promise: 'cancelled while it settles: paid, or paid late; never both, never neither',
    race: async ({ random }, [one, other], _link, orderPage) => {
      const start = Date.now() + SPREAD_MS
      const answers = await Promise.all([
        at(start + random.between(-SPREAD_MS, SPREAD_MS), () => pay(one.url, orderPage)),
        at(start + random.between(-SPREAD_MS, SPREAD_MS), () => takeBack(other.url, orderPage)),
      ])
      return { answers }
    },
    isRight: ({ status, used, held, postings }) => held === 0 && postings === 1 && ((status === 'paid' && used === 1) || (status === 'paid_late' && used === 0)),
  },
  delete: {
    promise: 'its link deleted while it is paid: the payment counts, the link is gone',
    race: async ({ scope, random }, [one], link, orderPage) => {
      const { applyLinkChange } = await import('@/lib/link/change-link-state')
      const start = Date.now() + SPREAD_MS
      const [paid] = await Promise.all([
        at(start + random.between(-SPREAD_MS, SPREAD_MS), () => pay(one.url, orderPage)),
        at(start + random.between(-SPREAD_MS, SPREAD_MS), () => applyLinkChange(scope, link.id, 'delete', new Date())),
      ])
      return { answers: [paid] }
    },
    isRight: ({ status, state, used, held, postings }) => status === 'paid' && state === 'deleted' && used === 1 && held === 0 && postings === 1,
  },
  twice: {
    promise: 'settled twice: counted, posted and written down once',
    race: async ({ random }, [one, other], _link, orderPage) => {
      const start = Date.now() + SPREAD_MS
      const answers = await Promise.all([one, other, one].map(({ url }) => at(start + random.between(-2, 2), () => pay(url, orderPage))))
      return { answers }
    },
    isRight: ({ status, used, held, postings }) => status === 'paid' && used === 1 && held === 0 && postings === 1,
  },
}

/** A full link shows no form; who opened the page before it was full has one. */
async function formOf({ query }: Act['world'], slug: string): Promise<Record<string, string>> {
  const { newFormToken } = await import('@/lib/checkout/form-token')
  const [link] = await query<{ id: string; amount: string }>('SELECT id, amount FROM links WHERE slug = $1', [slug])
  return { form: newFormToken(link?.id ?? ''), amount: link?.amount ?? '' }
}

async function standingOf({ world }: Act, link: Link, orderPage: string): Promise<Standing> {
  const [standing] = await world.query<Standing>(
    `SELECT o.status, l.state, l.used_count AS used, l.held_count AS held,
       (SELECT count(*)::int FROM order_events WHERE order_id = o.id AND "from" = 'pending') AS exits,
       (SELECT count(*)::int FROM ledger_transfers WHERE order_id = o.id AND debit = 'customer') AS postings
     FROM orders o JOIN links l ON l.id = o.link_id WHERE l.id = $1 AND o.token = $2`,
    [link.id, tokenOf(orderPage)],
  )
  if (!standing) throw new Error(`no order at ${orderPage}`)
  return standing
}

async function at<Value>(moment: number, act: () => Promise<Value>): Promise<Value> {
  await sleep(Math.max(0, moment - Date.now()))
  return await act()
}
