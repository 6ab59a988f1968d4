import { beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { invalid, success, type Result } from '@/lib/platform/result'
import { updateAccountRow } from '@/lib/receiving/store'
import type { MerchantScope } from '@/lib/shop/scope'
import { requireShop } from '@/lib/shop/store'
import { later, makeShop, NOON } from '@/prisma/testing/factories'
import { liveScope, makeAccount } from '@/prisma/testing/receiving-accounts'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { confirmAccount } from './confirm-account'
import { confirmEmail, sendEmailConfirmation } from './confirm-email'
import { findVerification } from './queries'
import { saveIdentity } from './save-identity'
import { identitySchema } from './schema'

const outside = vi.hoisted(() => ({ hasMailServer: true, kept: [] as { to: string; text: string }[] }))
vi.mock('@/lib/auth/confirm-password', () => ({
  confirmPassword: (_: string, password: string): Promise<Result<null>> => Promise.resolve(password === 'benar' ? success(null) : invalid({ password: 'passwordWrong' })),
}))
vi.mock('@/lib/email/mail-server', async (original) => ({ ...(await original<object>()), hasMailServer: () => outside.hasMailServer }))
vi.mock('@/lib/email/outbox', () => ({ keepEmail: (email: { to: string; text: string }) => Promise.resolve(outside.kept.push(email)) }))

useTestDatabase()

let scope: MerchantScope
beforeEach(async () => {
  outside.hasMailServer = true
  outside.kept.length = 0
  scope = liveScope(await makeShop())
})

const stand = async (at = NOON) => await findVerification({ scope, shop: await requireShop(scope) }, at)
const IDENTITY = identitySchema.parse({ legalName: ' Sari Wulandari ', address: 'Jl. Kenanga 5', city: 'Bandung', postcode: '40123' })
const FROM = { address: '203.0.113.7' }
const send = (at = NOON) => sendEmailConfirmation(scope, { locale: 'id', at })
const confirm = (token: string, at = later(NOON, 5)) => confirmEmail({ token }, { ...FROM, at })
const addressOf = async () => (await prisma.user.findUniqueOrThrow({ where: { id: scope.userId ?? '' } })).email
const tokenIn = (text: string) => /confirm-email\?token=([\w-]+)/.exec(text)?.[1] ?? ''
const letters = async () => await prisma.emailMessage.findMany({ where: { template: 'emailConfirmation', to: await addressOf() }, orderBy: { createdAt: 'asc' } })
const lastToken = async () => tokenIn((await letters()).at(-1)?.text ?? '')

describe("the owner's e-mail", () => {
  it('is confirmed by the link of a letter, that belongs to no shop, and the link is kept nowhere', async () => {
    expect(await send()).toEqual({ ok: true, value: null })
    expect((await stand()).email).toMatchObject({ state: 'waiting', reason: 'sent' })
    const [letter] = await letters()
    expect(letter).toMatchObject({ merchantId: null, to: await addressOf(), locale: 'id', state: 'pending' })
    const token = tokenIn(letter?.text ?? '')
    expect(JSON.stringify(await sql.queryRows`SELECT * FROM email_confirmations`)).not.toContain(token)
    expect(await confirm(token)).toEqual({ ok: true, value: null })
    expect((await stand()).email).toMatchObject({ state: 'done', reason: 'confirmed' })
    // A double click, and the letter opened once more.
    expect(await confirm(token, later(NOON, 60 * 48))).toEqual({ ok: true, value: null })
    expect(await send()).toEqual({ ok: true, value: null })
    expect(await letters()).toHaveLength(1)
  })

  it('is not confirmed by a link that is over, made up, replaced, or of an address that it was before', async () => {
    const refused = { ok: false, error: { kind: 'invalid', fields: { '': 'confirmLinkInvalid' } } }
    await send()
    const first = await lastToken()
    expect(await confirm(first, later(NOON, 24 * 60))).toEqual(refused)
    expect((await stand(later(NOON, 24 * 60))).email).toMatchObject({ state: 'attention', reason: 'expired' })
    for (const token of ['', 'x', first.slice(1), `${first} `]) expect(await confirm(token), token).toEqual(refused)
    await send(later(NOON, 1))
    expect(await confirm(first)).toEqual(refused)
    const second = await lastToken()
    await prisma.user.update({ where: { id: scope.userId ?? '' }, data: { email: `baru-${scope.userId ?? ''}@example.com` } })
    expect(await confirm(second)).toEqual(refused)
    expect((await stand()).email).toMatchObject({ state: 'open', reason: 'notSent' })
  })

  it('gets three letters in a quarter of an hour, no fourth', async () => {
    for (let count = 0; count < 3; count += 1) expect(await send(later(NOON, count))).toMatchObject({ ok: true })
    expect(await send(later(NOON, 3))).toMatchObject({ error: { kind: 'rateLimited' } })
    expect(await letters()).toHaveLength(3)
  })

  it('without a mail server leaves the letter to the operator, and to no outbox that the seller could read it in', async () => {
    outside.hasMailServer = false
    await send()
    expect(await letters()).toEqual([])
    expect(outside.kept).toMatchObject([{ to: await addressOf() }])
    expect((await stand()).email).toMatchObject({ state: 'waiting', canSend: false })
    expect(await confirm(tokenIn(outside.kept[0]?.text ?? ''))).toMatchObject({ ok: true })
  })
})

describe('an account', () => {
  const sayMine = (id: string, overrides: { explanation?: string; password?: string } = {}, by = scope) =>
    confirmAccount(by, { id, explanation: '', password: 'benar', ...overrides }, { shopName: 'Toko Melati', at: NOON })
  const bank = (holder: string) => makeAccount(scope, 'bank', { details: { kind: 'bank', bank: 'BCA', number: '1234567890', holder } })

  it('is confirmed with the password, once there is a name to compare with', async () => {
    const { id } = await bank('SARI W')
    expect(await sayMine(id)).toEqual({ ok: false, error: { kind: 'conflict', message: 'identityMissing' } })
    await saveIdentity(scope, IDENTITY, NOON)
    expect(await sayMine(id, { password: 'salah' })).toMatchObject({ error: { fields: { password: 'passwordWrong' } } })
    expect((await stand()).account).toMatchObject({ state: 'open', reason: 'unconfirmed' })
    expect(await sayMine(id)).toEqual({ ok: true, value: null })
    expect(await stand()).toMatchObject({ identity: { state: 'done', given: { legalName: 'Sari Wulandari', postcode: '40123' } }, account: { state: 'done', reason: 'confirmed' } })
  })

  it('of another name needs a reason before it is asked for the password', async () => {
    await saveIdentity(scope, IDENTITY, NOON)
    const { id } = await bank('BUDI SANTOSO')
    expect(await sayMine(id, { password: 'salah' })).toMatchObject({ error: { fields: { explanation: 'explanationNeeded' } } })
    expect(await sayMine(id, { explanation: 'Rekening suami' })).toMatchObject({ ok: true })
    expect((await stand()).account).toMatchObject({ state: 'done', reason: 'explained', accounts: [{ explanation: 'Rekening suami', name: 'BUDI SANTOSO' }] })
  })

  it('that changed afterwards has to be confirmed again; so has every one when the name changes', async () => {
    await saveIdentity(scope, IDENTITY, NOON)
    const account = await bank('SARI WULANDARI')
    await sayMine(account.id)
    await updateAccountRow(sql, scope, { ...account, details: { kind: 'bank', bank: 'BCA', number: '9999999999', holder: 'SARI WULANDARI' } })
    expect((await stand()).account).toMatchObject({ state: 'attention', reason: 'changed' })
    await sayMine(account.id)
    expect((await stand()).account.state).toBe('done')
    await saveIdentity(scope, { ...IDENTITY, legalName: 'Budi Santoso' }, NOON)
    expect((await stand()).account).toMatchObject({ state: 'attention', reason: 'changed' })
  })

  it("of another shop is not there, and another shop's checklist knows nothing of this one", async () => {
    await saveIdentity(scope, IDENTITY, NOON)
    const { id } = await bank('SARI WULANDARI')
    const stranger = liveScope(await makeShop('Toko Lain'))
    await saveIdentity(stranger, IDENTITY, NOON)
    expect(await sayMine(id, {}, stranger)).toEqual({ ok: false, error: { kind: 'notFound' } })
    expect((await stand()).account.state).toBe('open')
    await sayMine(id)
    expect(await findVerification({ scope: stranger, shop: await requireShop(stranger) }, NOON)).toMatchObject({ account: { state: 'open', reason: 'noAccount', accounts: [] } })
  })
})

it.each([
  ['', 'required'], ['x'.repeat(101), 'max100'], ['a\nb', 'controlCharacters'],
])('a legal name %j is refused: %s', (legalName, message) => {
  expect(identitySchema.safeParse({ ...IDENTITY, legalName }).error?.issues[0]?.message).toBe(message)
})

it.each(['4012', '401234', '4o123', '', '４０１２３'])('a postcode %j is refused', (postcode) => {
  expect(identitySchema.safeParse({ ...IDENTITY, postcode }).error?.issues[0]?.message).toBe('postcode')
})
