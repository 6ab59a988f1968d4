import { closeDatabase, prisma } from '@/lib/database/client'
import { inTransaction } from '@/lib/database/sql'
import { linkStatus } from '@/lib/link/status'
import { env } from '@/lib/platform/env'
import { StartError } from '@/lib/platform/start-error'
import { requireServerKey } from '@/lib/server-key/server-key'
import { makeAccount } from './account'
import { fillShop } from './demo/fill-shop'
import { seedScale, sizesOf } from './scale/seed-scale'

/**
 * `npm run seed`: a demo shop to look around in. Safe to run twice: a shop that is there is left
 * alone. With `-- --json` the last line is one JSON object for scripts. `-- --links 1000000 --orders 3000000`
 * makes a shop of that size instead, see ./scale.
 */
try {
  const sizes = sizesOf(process.argv)
  if (!sizes) await seedDemo()
  else if (!(await seedScale(sizes))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  await closeDatabase()
}

async function seedDemo(): Promise<void> {
  const email = 'demo@tautan.example'
  const password = 'demo-tautan-2026'

  const known = await prisma.user.findUnique({ where: { email }, select: { memberships: { select: { merchantId: true } } } })
  if (!known) {
    const { scope } = await makeAccount({ email, password, shopName: 'Toko Melati' })
    await prisma.merchant.update({ where: { id: scope.merchantId }, data: { phone: '0812-3456-7890' } })
    await fillShop(scope, new Date())
  }

  const links = await prisma.link.findMany({
    where: { merchant: { members: { some: { user: { email } } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const orders = await prisma.order.count({ where: { link: { merchant: { members: { some: { user: { email } } } } } } })
  const at = new Date()
  const owner = await prisma.member.findFirstOrThrow({ where: { user: { email } }, select: { merchantId: true } })
  const report = {
    email,
    password,
    serverKey: await inTransaction((sql) => requireServerKey(sql, { merchantId: owner.merchantId, mode: 'test', at })),
    links: links.map((link) => ({ orderId: link.orderId, url: `${env().APP_URL}/p/${link.slug}`, status: linkStatus(link, at) })),
  }

  process.stdout.write(
    `${known ? 'The demo shop is there already' : 'Made a demo shop'}: ${links.length} links, ${orders} orders.\n` +
      `Sign in at ${env().APP_URL}/sign-in with ${email} and ${password}.\n`,
  )
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`)
}
