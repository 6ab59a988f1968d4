import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/database/client'
import { makeLink, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { keepTemplate, keepTemplateOfLink, renameTemplate, replaceTemplate } from './keep-template'
import { listTemplates } from './queries'
import { MAX_TEMPLATES } from './schema'

useTestDatabase()

const now = { timeZone: 'Asia/Jakarta', at: NOON, methods: [] }
const form = { title: 'Paket', usageLimit: '5' }

describe('templates', () => {
  it('are kept once under a name, and renamed to none that is taken', async () => {
    const scope = await makeShop()
    const kept = await keepTemplate(scope, { name: 'PO', content: form }, NOON)
    expect(await keepTemplate(scope, { name: 'PO', content: {} }, NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { name: 'templateNameTaken' } } })
    await keepTemplate(scope, { name: 'Lain', content: {} }, NOON)
    const id = kept.ok ? kept.value.id : ''
    expect(await renameTemplate(scope, { id, name: 'Lain' }, NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { name: 'templateNameTaken' } } })
    expect(await listTemplates(scope, now)).toMatchObject([{ name: 'Lain', content: {} }, { name: 'PO', content: form, dropped: [] }])
  })

  it('are fifty at most, however many come at the same moment', async () => {
    const scope = await makeShop()
    await prisma.linkTemplate.createMany({ data: Array.from({ length: MAX_TEMPLATES - 2 }, (_, index) => ({ id: `0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`, merchantId: scope.merchantId, name: `T${index}`, content: {}, createdAt: NOON, updatedAt: NOON })) })
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => keepTemplate(scope, { name: `Baru ${index}`, content: {} }, NOON)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: 'invalid', fields: { name: 'tooManyTemplates' } } })
    expect(await prisma.linkTemplate.count({ where: { merchantId: scope.merchantId } })).toBe(MAX_TEMPLATES)
  })

  it('come from a link, without its IDs', async () => {
    const scope = await makeShop()
    const link = await makeLink(scope, { title: 'Paket' })
    await keepTemplateOfLink(scope, { name: 'Dari link', linkId: link.id }, { timeZone: 'Asia/Jakarta', at: NOON })
    const [template] = await listTemplates(scope, now)
    expect(template).toMatchObject({ name: 'Dari link', dropped: [], content: { title: 'Paket', items: [{ name: 'Kerudung voal motif', price: '85.000' }] } })
    expect(JSON.stringify(template)).not.toContain(link.orderId)
  })

  it('of another shop are not there', async () => {
    const [scope, stranger] = [await makeShop(), await makeShop()]
    const kept = await keepTemplate(scope, { name: 'PO', content: form }, NOON)
    const id = kept.ok ? kept.value.id : ''
    expect(await replaceTemplate(stranger, { id, content: {} }, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await renameTemplate(stranger, { id, name: 'Milik kami' }, NOON)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await keepTemplateOfLink(stranger, { name: 'X', linkId: (await makeLink(scope)).id }, now)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect(await listTemplates(stranger, now)).toEqual([])
    expect(await listTemplates(scope, now)).toMatchObject([{ name: 'PO', content: form }])
  })
})
