import { expect, it } from 'vitest'
import { draftStorage } from './draft-storage'
import { emptyDraft } from './link-draft'

const draft = emptyDraft({ submissionId: '0198a000-0000-7000-8000-000000000000', orderId: 'A', slug: 'a' })

function memory() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

it('keeps a draft for its own shop only, until it is sent', async () => {
  const place = memory()
  const storage = draftStorage('shop-1', () => place)
  storage.write(draft)
  expect(await storage.read()).toEqual(draft)
  expect(await draftStorage('shop-2', () => place).read()).toBeNull()

  storage.markSent(draft.submissionId)
  expect(await storage.read()).toBeNull()
  expect(storage.wasSent(draft.submissionId)).toBe(true)
})

it('ignores what an older version or a stranger left there', async () => {
  const place = memory()
  for (const stored of ['{', '{}', JSON.stringify({ ...draft, items: [] })]) {
    place.held.set('new-link:shop-1', stored)
    expect(await draftStorage('shop-1', () => place).read()).toBeNull()
  }
})

it('does without storage where a browser forbids it', async () => {
  const storage = draftStorage('shop-1', () => {
    throw new Error('SecurityError')
  })
  storage.write(draft)
  expect(await storage.read()).toBeNull()
  expect(storage.wasSent(draft.submissionId)).toBe(false)
})
