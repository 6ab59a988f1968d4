import { expect, test } from 'vitest'
import { prisma } from '@/lib/database/client'
import { makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { findSmsProvider } from './queries'
import { saveProvider } from './save-provider'
import { smsProviderSchema, type SmsProviderInput } from './schema'
import { findConfig } from './sealed-provider'

useTestDatabase()

const wish = (overrides: Partial<SmsProviderInput> = {}) =>
  smsProviderSchema.parse({
    method: 'POST', url: 'https://sms.example.com/send', contentType: 'json', headers: [{ name: 'Authorization', value: 'Bearer RAHASIA-1' }],
    body: '{"to":"{to}","text":"{text}","key":"{secret}"}', sender: 'MELATI', secret: 'RAHASIA-2', successStatuses: '', ...overrides,
  })

test('secrets are sealed in the database, and never shown', async () => {
  const shop = await makeShop()
  expect(await saveProvider(shop, wish(), NOON)).toMatchObject({ ok: true })
  const row = await prisma.smsProvider.findUniqueOrThrow({ where: { merchantId: shop.merchantId } })
  expect(row.sealed).toMatch(/^v1\./)
  expect(Buffer.from(row.sealed.slice(3), 'base64url').toString()).not.toContain('RAHASIA')
  expect(JSON.stringify(await findSmsProvider(shop))).not.toContain('RAHASIA')
  expect(await findSmsProvider(shop)).toMatchObject({ headers: [{ name: 'Authorization' }], hasSecret: true, sender: 'MELATI' })
  expect((await findConfig(shop))?.headers).toEqual([{ name: 'Authorization', value: 'Bearer RAHASIA-1' }])
})

test('a box of another shop does not open', async () => {
  const [shop, other] = [await makeShop(), await makeShop()]
  await saveProvider(shop, wish(), NOON)
  const { sealed } = await prisma.smsProvider.findUniqueOrThrow({ where: { merchantId: shop.merchantId } })
  await prisma.smsProvider.create({ data: { merchantId: other.merchantId, sealed, updatedAt: NOON } })
  await expect(findConfig(other)).rejects.toThrow()
})

test('what is left empty stays, but goes along to no other server', async () => {
  const shop = await makeShop()
  const empty = { headers: [{ name: 'authorization', value: '' }], secret: '' }
  expect(await saveProvider(shop, wish({ secret: '' }), NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { secret: 'smsSecretMissing' } } })
  await saveProvider(shop, wish(), NOON)
  expect(await saveProvider(shop, wish({ ...empty, url: 'https://sms.example.com/v2/send' }), NOON)).toMatchObject({ ok: true })
  expect(await findConfig(shop)).toMatchObject({ url: 'https://sms.example.com/v2/send', headers: [{ name: 'authorization', value: 'Bearer RAHASIA-1' }], secret: 'RAHASIA-2' })
  for (const url of ['https://evil.example/send', 'http://sms.example.com/send', 'https://sms.example.com:8443/send', 'https://sms.example.com.evil.example/send']) {
    expect(await saveProvider(shop, wish({ ...empty, url }), NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { 'headers.0.value': 'smsRetype', secret: 'smsRetype' } } })
  }
  expect(await saveProvider(shop, wish({ headers: [{ name: 'X-New', value: '' }], secret: '' }), NOON)).toEqual({ ok: false, error: { kind: 'invalid', fields: { 'headers.0.value': 'required' } } })
})
