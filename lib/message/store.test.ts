import { describe, expect, it } from 'vitest'
import { NOON, makeShop } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { ORIGINALS } from './originals'
import { findMessageTexts, listMessages } from './queries'
import { deleteTemplate, listTemplates, upsertTemplate } from './store'

useTestDatabase()

describe('the messages of a shop', () => {
  it('are ours until it writes its own, and ours again when it takes them back', async () => {
    const scope = await makeShop()
    expect((await findMessageTexts(scope)).offer.id).toBe(ORIGINALS.id.offer)
    await upsertTemplate(scope, { kind: 'offer', locale: 'id', body: 'Hai {link}' }, NOON)
    await upsertTemplate(scope, { kind: 'offer', locale: 'id', body: 'Halo {link}' }, NOON)
    const texts = await findMessageTexts(scope)
    expect([texts.offer.id, texts.offer.en, texts.remind.id]).toEqual(['Halo {link}', ORIGINALS.en.offer, ORIGINALS.id.remind])
    expect(await listMessages(scope)).toContainEqual({ kind: 'offer', locale: 'id', body: 'Halo {link}', original: ORIGINALS.id.offer })
    await deleteTemplate(scope, { kind: 'offer', locale: 'id' })
    await deleteTemplate(scope, { kind: 'offer', locale: 'id' })
    expect((await findMessageTexts(scope)).offer.id).toBe(ORIGINALS.id.offer)
    expect(await listTemplates(scope)).toEqual([])
  })

  it('are its own alone', async () => {
    const [melati, mawar] = [await makeShop(), await makeShop()]
    await upsertTemplate(melati, { kind: 'remind', locale: 'en', body: 'Secret' }, NOON)
    await upsertTemplate(mawar, { kind: 'remind', locale: 'en', body: 'Other' }, NOON)
    await deleteTemplate(mawar, { kind: 'remind', locale: 'en' })
    expect((await findMessageTexts(melati)).remind.en).toBe('Secret')
    expect((await findMessageTexts(mawar)).remind.en).toBe(ORIGINALS.en.remind)
  })
})
