import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { eraseDue } from '@/lib/erasure/erase-due'
import { newFileName } from '@/lib/file/storage'
import { sweepFiles } from '@/lib/file/sweep-files'
import { expireDueOrders } from '@/lib/order/store'
import { DAY, queueOf, useClaims } from '@/prisma/testing/claims'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { receipt } from '@/prisma/testing/hostile-pictures'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmClaim } from './decide-claim'

useTestDatabase()
const { claimed, files, folder, storage } = useClaims()

describe('what is private', () => {
  it('is erased once the shop’s time is over: the picture and the address, not that there was one', async () => {
    const scope = await makeShop()
    const done = await claimed(scope, { proof: await receipt('85.000'), note: 'Dari BCA' })
    const open = await claimed(scope, { proof: await receipt('85.000', '2') })
    await confirmClaim(scope, { id: (await queueOf(scope)).find(({ orderRowId }) => orderRowId === done.id)?.id ?? '', version: 1, received: 85_000 }, NOON)
    await prisma.order.updateMany({ where: { id: { in: [done.id, open.id] } }, data: { shippingAddress: { address: 'Jl. Melati 1' } } })
    const name = (await prisma.paymentClaim.findUniqueOrThrow({ where: { orderId: done.id }, include: { file: true } })).file?.name ?? ''
    const erased = async () => {
      const { shippingAddress, claim: kept } = await prisma.order.findUniqueOrThrow({ where: { id: done.id }, include: { claim: true } })
      return shippingAddress === null && kept?.fileId === null && kept.note === null && kept.erasedAt !== null && kept.sentHash !== null && !files().includes(name)
    }
    await eraseDue({ at: later(NOON, 179 * DAY), limit: 1_000 }, storage)
    expect(await erased()).toBe(false)
    await eraseDue({ at: later(NOON, 180 * DAY + 1), limit: 1_000 }, storage)
    expect(await erased()).toBe(true)
    expect((await prisma.order.findUniqueOrThrow({ where: { id: open.id }, include: { claim: true } })).claim?.fileId).not.toBeNull()
    // The open one runs out of its thirty days in review: from then its own time counts.
    await expireDueOrders({ at: later(NOON, 31 * DAY), limit: 1_000 })
    await prisma.merchant.update({ where: { id: scope.merchantId }, data: { eraseAfterDays: 30 } })
    await eraseDue({ at: later(NOON, 60 * DAY), limit: 1_000 }, storage)
    expect((await prisma.paymentClaim.findUnique({ where: { orderId: open.id } }))?.fileId).not.toBeNull()
    await eraseDue({ at: later(NOON, 62 * DAY), limit: 1_000 }, storage)
    expect((await prisma.paymentClaim.findUnique({ where: { orderId: open.id } }))?.fileId).toBeNull()
  })

  it('does not pile up: files without a row go after an hour, half-written ones too, and nothing else', async () => {
    const scope = await makeShop()
    const { id } = await claimed(scope, { proof: await receipt('85.000') })
    const kept = (await prisma.paymentClaim.findUniqueOrThrow({ where: { orderId: id }, include: { file: true } })).file?.name ?? ''
    const [orphan, half, fresh] = [newFileName(), `${newFileName()}.part`, newFileName()]
    for (const name of [orphan, half, fresh, 'keep-me.txt']) writeFileSync(join(folder, 'files', name), 'x')
    const now = new Date()
    const old = later(now, -61)
    for (const name of [orphan, half, kept, 'keep-me.txt']) utimesSync(join(folder, 'files', name), old, old)
    await sweepFiles(now, storage)
    expect(files()).toEqual(expect.arrayContaining([kept, fresh, 'keep-me.txt']))
    expect(files()).not.toContain(orphan)
    expect(files()).not.toContain(half)
  })

  it('cannot be reached by another name than our own', async () => {
    for (const name of ['../app-secret', '/etc/passwd', 'a'.repeat(39), `${newFileName()}/..`, '']) await expect(storage.read(name), name).rejects.toThrow('not the name')
  })
})
