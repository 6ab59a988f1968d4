import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { compare, type Effort, type Operation } from './compare'
import { LINKS, slugOf } from './fill-database'
import { measure, type Call } from './load'
import { printReport, type Row } from './report'
import type { World } from './world'

/** `npm run bench`: what sellers and customers do in a browser. */
export async function benchShop({ world, userId, effort, only }: { world: World; userId: string; effort: Effort; only: string | undefined }): Promise<void> {
  const { product, next, node } = world
  const operations = await operationsOf(product.url, userId)
  const rows: Row[] = []
  for (const operation of operations.filter(({ name }) => !only || name.includes(only))) rows.push(await compare(operation, world, effort))

  const placing = operations.find(({ name }) => name === 'place an order')
  if (!placing) throw new Error('nobody places orders')
  const crowd = await measure(product.url, placing.product, { seconds: effort.seconds, clients: 32, expected: 303 })
  const page = await fetch(`${product.url}/p/${slugOf(7)}`)
  const script = await fetch(`${product.url}/pay.js`)
  const weigh = async (response: Response) => gzipSync(Buffer.from(await response.arrayBuffer())).length
  printReport({
    rows,
    crowd,
    coldStartMs: world.coldStartMs,
    usage: { product: product.usage(), next: next.usage(), node: node.usage() },
    weight: { page: await weigh(page), script: await weigh(script) },
  })
}

async function operationsOf(origin: string, userId: string): Promise<Operation[]> {
  const { makeSession } = await import('../prisma/testing/session')
  const { actionIds } = await import('../prisma/testing/server-actions')
  const { newFormToken } = await import('@/lib/checkout/form-token')
  const { readableId } = await import('@/lib/platform/ids')
  const { prisma } = await import('@/lib/database/client')
  const cookie = (await makeSession(userId)).header
  const sample = await prisma.link.findMany({ where: { slug: { in: Array.from({ length: 2_000 }, (_, i) => slugOf(1 + i * 50)) } }, select: { id: true, slug: true } })

  let turn = 0
  const pick = () => sample[turn++ % sample.length] ?? { id: '', slug: '' }
  const ids = actionIds()
  const action = (exported: string, path: string, input: unknown): Call => ({
    method: 'POST',
    path,
    headers: { cookie, origin, 'next-action': ids.get(exported) ?? '', 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
    body: JSON.stringify([input]),
  })
  const form = 'application/x-www-form-urlencoded'
  const bareOrder = (): Call => ({ method: 'POST', path: '/order', headers: { 'content-type': form }, body: `slug=${pick().slug}` })
  const placeOrder = (): Call => {
    const { id, slug } = pick()
    const fields = { form: newFormToken(id), amount: '85000', method: 'bca_va', name: 'Sari Wulandari', phone: '081234567890', email: 'sari@example.com' }
    return { method: 'POST', path: `/p/${slug}`, headers: { origin, 'content-type': form }, body: new URLSearchParams(fields).toString() }
  }
  const createLink = (): Call =>
    action('createLinkAction', '/links/new', {
      submissionId: randomUUID(), orderId: `NEW-${readableId(12)}`, slug: readableId(14), usageLimit: '1',
      items: [{ name: 'Kerudung voal motif', price: '85.000', quantity: 1 }],
      title: '', description: '', startsAt: '', expiry: { kind: 'never' }, customer: null, paymentMethods: [],
    })

  return [
    { name: 'open the payment page', expected: 200, product: () => ({ method: 'GET', path: `/p/${pick().slug}` }), bare: () => ({ method: 'GET', path: `/p/${pick().slug}` }) },
    { name: 'create a link', expected: 200, product: createLink, bare: () => ({ method: 'POST', path: '/create', body: '{}' }) },
    { name: 'place an order', expected: 303, product: placeOrder, bare: bareOrder },
    { name: 'list 50', expected: 200, product: () => action('listLinksAction', '/links', {}), bare: () => ({ method: 'GET', path: '/list' }) },
    { name: 'search', expected: 200, product: () => action('listLinksAction', '/links', { q: `bench-${1 + ((turn++ * 7_919) % LINKS)}` }) },
  ]

}
