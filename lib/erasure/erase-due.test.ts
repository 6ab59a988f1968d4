import { expect, it } from 'vitest'
import { claimPayment } from '@/lib/claim/claim-payment'
import { confirmPayment } from '@/lib/confirmation/confirm-payment'
import { prisma } from '@/lib/database/client'
import { later, makeLink, makeOrder, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { eraseDue } from './erase-due'

useTestDatabase()

const DAY = 24 * 60

it('words that came without a picture are erased like those that came with one, a few at a time', async () => {
  const scope = await makeShop()
  const { slug } = await makeLink(scope, { usageLimit: 9 })
  for (const note of ['Dari rekening suami saya', 'Dari Ibu Ratna', null]) {
    const { id } = await makeOrder(slug)
    await claimPayment({ orderId: id, picture: null, note, transferredAmount: 85_000 }, NOON)
    await confirmPayment(scope, { orderId: id, facts: {}, at: NOON })
  }
  const kept = async () => await prisma.paymentClaim.count({ where: { note: { not: null } } })
  expect([await eraseDue({ at: later(NOON, 179 * DAY), limit: 1 }), await kept()]).toEqual([false, 2])
  const at = later(NOON, 181 * DAY)
  expect([await eraseDue({ at, limit: 1 }), await kept()]).toEqual([true, 1])
  expect([await eraseDue({ at, limit: 1 }), await kept()]).toEqual([true, 0])
  expect(await eraseDue({ at, limit: 1 })).toBe(false)
  // There was no picture that anybody could miss.
  expect(await prisma.paymentClaim.count({ where: { erasedAt: null, transferredAmount: 85_000 } })).toBe(3)
})
