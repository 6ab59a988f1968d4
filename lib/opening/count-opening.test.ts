import { expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { makeLink, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { countOpening, writeOpenings } from './count-opening'

useTestDatabase()

const openedOf = async (linkId: string) => Number((await prisma.linkOpening.findUnique({ where: { linkId } }))?.opened ?? 0)

it('adds what was opened to what was known, for links that exist', async () => {
  const scope = await makeShop()
  const [one, other] = [await makeLink(scope), await makeLink(scope)]
  countOpening(one.slug, '10.0.0.1')
  countOpening(one.slug, '10.0.0.2')
  countOpening(other.slug, '10.0.0.1')
  countOpening('nobodys-link', '10.0.0.1')
  expect(await openedOf(one.id)).toBe(0)
  await writeOpenings()
  expect([await openedOf(one.id), await openedOf(other.id)]).toEqual([2, 1])
  countOpening(one.slug, '10.0.0.1')
  await writeOpenings()
  await writeOpenings()
  expect([await openedOf(one.id), await prisma.linkOpening.count()]).toEqual([3, 2])
})

it('stops counting one address that floods, and nobody else', async () => {
  const link = await makeLink(await makeShop())
  for (let index = 0; index < 500; index += 1) countOpening(link.slug, '10.0.0.9')
  countOpening(link.slug, '10.0.0.10')
  await writeOpenings()
  expect(await openedOf(link.id)).toBe(61)
})
