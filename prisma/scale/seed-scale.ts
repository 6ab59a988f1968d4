import { prisma } from '@/lib/database/client'
import { env } from '@/lib/platform/env'
import { StartError } from '@/lib/platform/start-error'
import { rebuildRollup } from '@/lib/rollup/roll-up-orders'
import { makeAccount } from '../account'
import { fillScaleShop } from './fill-scale-shop'
import type { Sizes } from './plan'

const email = 'scale@tautan.example'
const password = 'scale-tautan-2026'

/**
 * `npm run seed -- --links 1000000 --orders 3000000`: one shop of that size, beside whatever else there is. Safe to run twice;
 * a shop of another size is left as it is, and said.
 * @returns whether the shop is there now as it was asked for
 */
export async function seedScale(sizes: Sizes): Promise<boolean> {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  const shop = `${sizes.links.toLocaleString('en')} links and ${sizes.orders.toLocaleString('en')} orders`
  const { userId, merchantId } = await findOrMakeShop(sizes)
  const held = { links: await prisma.link.count({ where: { merchantId } }), orders: await prisma.order.count({ where: { merchantId } }) }
  if (held.links === 0) {
    out(`Filling a shop with ${shop}…`)
    const from = performance.now()
    await fillScaleShop(env().DATABASE_URL ?? '', {
      merchantId, userId, prefix: 'skala', sizes, at: new Date(), report: (step, seconds) => out(`  ${step}: ${seconds.toFixed(1)} s`),
    })
    // What the worker would count event by event.
    await rebuildRollup()
    out(`Made a shop with ${shop} in ${((performance.now() - from) / 1_000).toFixed(0)} s.`)
  } else if (held.links !== sizes.links || held.orders !== sizes.orders) {
    out(`The shop of ${email} has ${held.links.toLocaleString('en')} links and ${held.orders.toLocaleString('en')} orders, not ${shop}. Nothing was changed: ask for that size, or begin with an empty database (another DATA_DIR).`)
    return false
  } else {
    out(`The shop with ${shop} is there already.`)
  }
  out(`Sign in at ${env().APP_URL}/sign-in with ${email} and ${password}.`)
  return true
}

/** An account that was made before its shop could be filled is filled now. */
async function findOrMakeShop(sizes: Sizes): Promise<{ userId: string; merchantId: string }> {
  const known = await prisma.member.findFirst({ where: { user: { email } }, select: { userId: true, merchantId: true } })
  if (known) return known
  const { userId, scope } = await makeAccount({ email, password, shopName: `Toko Skala ${sizes.links.toLocaleString('id')} link` })
  return { userId, merchantId: scope.merchantId }
}

/** Both numbers, or neither; throws a sentence for anything else. */
export function sizesOf(args: readonly string[]): Sizes | null {
  const numberOf = (flag: string, largest: number): number | null => {
    const index = args.indexOf(flag)
    if (index < 0) return null
    const count = Number(args[index + 1]?.replaceAll('_', ''))
    if (!Number.isInteger(count) || count < 1 || count > largest) throw new StartError(`${flag} wants a whole number from 1 to ${largest.toLocaleString('en')}, for example ${flag} 1000000.`)
    return count
  }
  const [links, orders] = [numberOf('--links', 10_000_000), numberOf('--orders', 30_000_000)]
  if (links === null && orders === null) return null
  return { links: links ?? 1_000, orders: orders ?? 3 * (links ?? 1_000) }
}
