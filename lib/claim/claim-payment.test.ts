import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { announce } from '@/lib/order/announce'
import { DAY, only, queueOf, statusOf, useClaims } from '@/prisma/testing/claims'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { polyglot, receipt } from '@/prisma/testing/hostile-pictures'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmClaim } from './decide-claim'
import { countOpenClaims, findProofFile } from './store'

useTestDatabase()
const { claim, claimed, files, folder } = useClaims()

describe('a customer who says that they have paid', () => {
  it('waits in review, with the picture drawn anew under a name of our own, and nothing is paid', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope, { proof: await polyglot(), transferredAmount: 85_000, note: 'Dari BCA' })
    const line = only(await queueOf(scope))
    expect(line).toMatchObject({ orderRowId: id, status: 'in_review', amount: 85_000, hasPicture: true, note: 'Dari BCA', warnings: [] })
    const { name } = (await findProofFile(scope, line.id)) ?? { name: '' }
    expect(name).toMatch(/^[0-9a-f]{40}$/)
    const kept = readFileSync(join(folder, 'files', name))
    expect(kept.includes('<script>')).toBe(false)
    expect((await sharp(kept).metadata()).format).toBe('jpeg')
    expect((await prisma.order.findUniqueOrThrow({ where: { id } })).paidAt).toBeNull()
  })

  it('is one line of the queue however often they say so; a new proof replaces the old one, file and all', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await claimed(scope, { proof: await receipt('85.000'), note: 'pertama' })
    await claim(id, { proof: await receipt('85.000', '1'), at: later(NOON, 5) })
    await claim(id, { at: later(NOON, 6) })
    const line = only(await queueOf(scope))
    expect(line).toMatchObject({ version: 3, hasPicture: true, note: 'pertama', openedAt: NOON, sentAt: later(NOON, 6) })
    expect(files()).toHaveLength(before + 1)
    expect(await countOpenClaims(scope)).toBe(1)
  })

  it('claims twenty times at once: one line, one file', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await makeOrder((await makeLink(scope)).slug)
    const proof = await receipt('85.000')
    await Promise.all(Array.from({ length: 20 }, () => claim(id, { proof })))
    expect(only(await queueOf(scope)).version).toBe(20)
    expect(files()).toHaveLength(before + 1)
    expect(await prisma.orderEvent.count({ where: { orderId: id, type: 'claim' } })).toBe(1)
  })

  it('may say so after the deadline: it waits for the seller, and the order stays expired', async () => {
    const scope = await makeShop()
    const { id } = await makeOrder((await makeLink(scope)).slug)
    const at = later(NOON, 3 * DAY)
    await claim(id, { at })
    expect(await statusOf(id)).toBe('expired')
    const line = only(await queueOf(scope, at))
    expect(line.warnings).toEqual([{ kind: 'ended' }])
    expect(await confirmClaim(scope, { id: line.id, version: 1, received: 85_000 }, at)).toMatchObject({ ok: true })
    expect(await statusOf(id)).toBe('paid_late')
  })

  it('has nothing to claim for an order that is paid, and no file is left', async () => {
    const scope = await makeShop()
    const before = files().length
    const { id } = await makeOrder((await makeLink(scope)).slug)
    await announce({ orderId: id, news: 'settle', actor: 'rail', at: NOON })
    expect(await claim(id, { proof: await receipt('85.000') })).toBe('settled')
    expect(files()).toHaveLength(before)
    expect(await queueOf(scope)).toEqual([])
  })
})
