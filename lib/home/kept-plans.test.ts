import { expect, it } from 'vitest'
import { queryRows } from '@/lib/database/sql'
import { rollUpOrders } from '@/lib/rollup/roll-up-orders'
import { fillScaleShop } from '@/prisma/scale/fill-scale-shop'
import { makeShop } from '@/prisma/testing/factories'
import { testDatabaseUrl, useTestDatabase } from '@/prisma/testing/test-database'
import { homePeriod } from './rules'
import { findBestLinks, findConversion, findDays } from './store'

useTestDatabase()

it('PostgreSQL plans what the home page asks once, and not for each look', async () => {
  const [scope, at] = [await makeShop(), new Date()]
  await fillScaleShop(testDatabaseUrl(), { merchantId: scope.merchantId, userId: scope.userId, prefix: 'uji', sizes: { links: 60, orders: 900 }, at })
  while (await rollUpOrders({ limit: 1_000 }));
  const [busiest] = await findBestLinks(scope, at)
  expect(busiest?.paid).toBeGreaterThan(5)
  // Five plans made for the values come before it decides whether one for any values is as good.
  const looks = [() => findDays(scope, homePeriod({ timeZone: 'Asia/Jakarta', at }), at), () => findBestLinks(scope, at), () => findConversion(scope, busiest?.id ?? '', at)]
  for (const look of looks) for (let turn = 0; turn < 12; turn++) await look()
  const plans = await queryRows<{ kept: number; anew: number }>`
    SELECT generic_plans::int AS kept, custom_plans::int AS anew FROM pg_prepared_statements WHERE strpos(statement, 'WITH behind') > 0 AND generic_plans + custom_plans >= 12`
  expect(plans).toHaveLength(looks.length)
  for (const { kept, anew } of plans) expect([anew, kept > 6]).toEqual([5, true])
})
