import { describe, expect, it } from 'vitest'
import { mintScope } from '@/lib/shop/scope'
import { makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deleteView } from './delete-view'
import { listViews } from './queries'
import { renameView } from './rename-view'
import { saveView } from './save-view'
import { MAX_VIEWS, saveViewSchema } from './schema'
import { viewQuery } from './view-query'

useTestDatabase()

describe('viewQuery', () => {
  it.each([
    ['links', 'q=kerudung&status=active', 'q=kerudung&status=active'],
    ['links', 'status=active&cursor=abc&q=kerudung&utm=1', 'q=kerudung&status=active'],
    ['links', 'status=nonsense', ''],
    ['links', 'cursor=abc', ''],
    ['orders', 'method=gopay&status=to_do', 'method=gopay&status=to_do'],
    ['orders', 'status=active', ''],
    ['orders', 'q=%00', ''],
  ] as const)('of %s: %s is %s', (list, query, kept) => {
    expect(viewQuery(list, query)).toBe(kept)
    expect(viewQuery(list, kept)).toBe(kept)
  })
})

const view = (name: string, query = 'q=sari', list: 'links' | 'orders' = 'orders') => saveViewSchema.parse({ list, name, query })

it('a view of everything is refused', () => {
  expect(saveViewSchema.safeParse({ list: 'orders', name: 'Semua', query: 'cursor=x' }).success).toBe(false)
})

it('a view is saved, renamed and deleted, in the list and mode that it was saved in', async () => {
  const scope = await makeShop()
  const saved = await saveView(scope, view('Sari'), NOON)
  if (!saved.ok) throw new Error('not saved')
  const { id } = saved.value
  expect(await listViews(scope, 'orders')).toEqual([{ id, name: 'Sari', query: 'q=sari' }])
  expect(await listViews(scope, 'links')).toEqual([])
  expect(await listViews(mintScope({ ...scope, mode: 'live' }), 'orders')).toEqual([])
  expect(await renameView(scope, { id, name: 'Bu Sari' })).toMatchObject({ ok: true })
  expect((await listViews(scope, 'orders')).map(({ name }) => name)).toEqual(['Bu Sari'])
  expect(await deleteView(scope, id)).toMatchObject({ ok: true })
  expect(await deleteView(scope, id)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
})

it('two views of a list have two names, however they are written', async () => {
  const scope = await makeShop()
  const first = await saveView(scope, view('Sari'), NOON)
  const taken = { ok: false, error: { kind: 'invalid', fields: { name: 'viewNameTaken' } } }
  expect(await saveView(scope, view('SARI', 'q=x'), NOON)).toEqual(taken)
  expect((await saveView(scope, view('Sari', 'q=sari', 'links'), NOON)).ok).toBe(true)
  const other = await saveView(scope, view('Wulan'), NOON)
  expect(first.ok && other.ok && (await renameView(scope, { id: other.value.id, name: 'sari' }))).toEqual(taken)
})

it('a list has twenty views at most', async () => {
  const scope = await makeShop()
  for (let index = 0; index < MAX_VIEWS; index += 1) expect((await saveView(scope, view(`Tampilan ${index}`), NOON)).ok).toBe(true)
  expect(await saveView(scope, view('Satu lagi'), NOON)).toEqual({ ok: false, error: { kind: 'conflict', message: 'viewsFull' } })
  expect((await saveView(scope, view('Satu lagi', 'q=a', 'links'), NOON)).ok).toBe(true)
})

it("another shop's view is not there", async () => {
  const [scope, stranger] = [await makeShop(), await makeShop('Toko Mawar')]
  const saved = await saveView(scope, view('Sari'), NOON)
  const id = saved.ok ? saved.value.id : ''
  expect(await listViews(stranger, 'orders')).toEqual([])
  expect(await renameView(stranger, { id, name: 'Punyaku' })).toMatchObject({ ok: false, error: { kind: 'notFound' } })
  expect(await deleteView(stranger, id)).toMatchObject({ ok: false, error: { kind: 'notFound' } })
  expect(await listViews(scope, 'orders')).toHaveLength(1)
})
