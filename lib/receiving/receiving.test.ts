import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLink } from '@/lib/link/create-link'
import { createLinkSchema } from '@/lib/link/schema'
import { updateLink } from '@/lib/link/update-link'
import { prisma } from '@/lib/database/client'
import { invalid, success, type Result } from '@/lib/platform/result'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { later, linkInput, makeShop, NOON } from '@/prisma/testing/factories'
import { useTestDatabase } from '@/prisma/testing/test-database'
import { deleteAccount, switchAccount } from './change-account'
import { createAccount } from './create-account'
import { listAccountsWithHistory, listOffers, liveSetupOf } from './queries'
import { createAccountSchema, type AccountInput } from './schema'
import { findAccount, findAccountsInUse, listReceivingAccounts } from './store'
import { updateAccount } from './update-account'
import { isReady } from './views'

// Asking better-auth takes a request with a cookie; the browser tests do that. Here: whether it is asked, and what follows.
const asked: string[] = []
vi.mock('@/lib/auth/confirm-password', () => ({
  confirmPassword: (_: string, password: string): Promise<Result<null>> => {
    asked.push(password)
    return Promise.resolve(password === 'benar' ? success(null) : invalid({ password: 'passwordWrong' }))
  },
}))

useTestDatabase()
beforeEach(() => {
  asked.length = 0
})

const BANK = { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Sari Wulandari' } as const
const values = (overrides: Partial<AccountInput> = {}) => createAccountSchema.parse({ label: '', details: BANK, minimumAmount: '', maximumAmount: '', password: 'benar', ...overrides })

async function liveShop(): Promise<MerchantScope> {
  const { merchantId, userId } = await makeShop()
  return mintScope({ merchantId, mode: 'live', userId })
}

async function add(scope: MerchantScope, overrides: Partial<AccountInput> = {}, at = NOON): Promise<string> {
  const made = await createAccount(scope, values(overrides), { locale: 'id', at })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.id
}

const change = (scope: MerchantScope, id: string, overrides: Partial<AccountInput>, at = later(NOON, 60)) => updateAccount(scope, id, { values: values(overrides), locale: 'id', at })
const emails = (scope: MerchantScope) => prisma.emailMessage.findMany({ where: { merchantId: scope.merchantId, template: 'receivingAccountChanged' }, orderBy: { createdAt: 'asc' } })

describe('adding an account', () => {
  it('offers it at once, writes who did it, and tells the owner by e-mail', async () => {
    const scope = await liveShop()
    const id = await add(scope, { minimumAmount: '10.000' })
    const owner = await prisma.user.findUniqueOrThrow({ where: { id: scope.userId ?? '' } })
    const state = { label: 'BCA', details: BANK, isOn: true, minimumAmount: 10_000, maximumAmount: null }
    expect(await listAccountsWithHistory(scope)).toEqual([{ id, ...state, changedAt: NOON, createdAt: NOON, events: [{ type: 'created', at: NOON, by: owner.email, before: null, now: state }] }])
    const [mail] = await emails(scope)
    expect(mail).toMatchObject({ to: owner.email, mode: 'live', state: 'pending' })
    expect(mail?.text).toContain('BCA 1234567890 · Sari Wulandari')
    expect(mail?.subject).not.toContain('TEST')
  })

  it('does nothing without the password', async () => {
    const scope = await liveShop()
    expect(await createAccount(scope, values({ password: 'salah' }), { locale: 'id', at: NOON })).toEqual(invalid({ password: 'passwordWrong' }))
    expect(await listReceivingAccounts(scope)).toEqual([])
    expect(await emails(scope)).toEqual([])
  })

  it('takes any number of bank accounts, and one pay on delivery, also when two come at once', async () => {
    const scope = await liveShop()
    for (const number of ['1234567890', '1234567891', '1234567892']) await add(scope, { details: { ...BANK, number } })
    const cod = { details: { kind: 'cod', note: 'Uang pas' } } as const
    const both = await Promise.all([1, 2].map(() => createAccount(scope, values(cod), { locale: 'id', at: NOON })))
    expect(both.map((made) => (made.ok ? 'made' : made.error)).sort()).toEqual([{ kind: 'conflict', message: 'secondDelivery' }, 'made'].sort())
    expect(await listReceivingAccounts(scope)).toHaveLength(4)
  })

  it('reads the names in a code from the code itself', async () => {
    const scope = await liveShop()
    const payload = '00020101021151440014ID.CO.QRIS.WWW0215ID10234567890120303UMI5204581253033605802ID5911TOKO MELATI6007BANDUNG6304'
    const { crc16 } = await import('@/lib/payment/qris')
    await add(scope, { details: { kind: 'qris', payload: payload + crc16(payload) } })
    expect((await listReceivingAccounts(scope))[0]?.details).toEqual({ kind: 'qris', payload: payload + crc16(payload), merchantName: 'TOKO MELATI', city: 'BANDUNG', nmid: 'ID1023456789012' })
  })
})

describe('changing an account', () => {
  it('to another number takes the password, warns customers from now on, and keeps what it was', async () => {
    const scope = await liveShop()
    const id = await add(scope)
    asked.length = 0
    expect(await change(scope, id, { details: { ...BANK, number: '9876543210' }, password: 'salah' })).toEqual(invalid({ password: 'passwordWrong' }))
    expect(await findAccount(scope, id)).toMatchObject({ details: BANK, changedAt: NOON })
    expect(await change(scope, id, { details: { ...BANK, number: '9876543210' } })).toEqual(success(null))
    expect(asked).toEqual(['salah', 'benar'])
    const [account] = await listAccountsWithHistory(scope)
    expect(account).toMatchObject({ details: { number: '9876543210' }, changedAt: later(NOON, 60) })
    expect(account?.events[0]).toMatchObject({ type: 'changed', before: { details: BANK }, now: { details: { number: '9876543210' } } })
    expect((await emails(scope)).map(({ text }) => /1234567890[^]*9876543210/.test(text))).toEqual([false, true])
  })

  it('in its limits asks for no password, writes no e-mail and warns nobody', async () => {
    const scope = await liveShop()
    const id = await add(scope)
    asked.length = 0
    expect(await change(scope, id, { maximumAmount: '500.000', password: '' })).toEqual(success(null))
    expect(asked).toEqual([])
    const [account] = await listAccountsWithHistory(scope)
    expect(account).toMatchObject({ maximumAmount: 500_000, changedAt: NOON })
    expect(account?.events.map(({ type }) => type)).toEqual(['limits_changed', 'created'])
    expect(await emails(scope)).toHaveLength(1)
  })

  it('to what it is already leaves no trace, and its kind stays', async () => {
    const scope = await liveShop()
    const id = await add(scope)
    expect(await change(scope, id, { password: '' })).toEqual(success(null))
    expect((await listAccountsWithHistory(scope))[0]?.events).toHaveLength(1)
    expect((await change(scope, id, { details: { kind: 'cod', note: '' } })).ok).toBe(false)
  })

  it('keeps a history that nobody can change', async () => {
    const scope = await liveShop()
    const id = await add(scope)
    await expect(prisma.receivingAccountEvent.deleteMany({ where: { accountId: id } })).rejects.toThrow()
    await expect(prisma.receivingAccountEvent.updateMany({ where: { accountId: id }, data: { type: 'x' } })).rejects.toThrow()
  })

  it('of another shop is as impossible as of one that is not there', async () => {
    const [owner, stranger] = [await liveShop(), await liveShop()]
    const id = await add(owner)
    asked.length = 0
    const before = await listAccountsWithHistory(owner)
    const gone = { ok: false, error: { kind: 'notFound' } }
    expect(await change(stranger, id, { details: { ...BANK, number: '9876543210' } })).toEqual(gone)
    expect(await switchAccount(stranger, { id, isOn: false }, NOON)).toEqual(gone)
    expect(await deleteAccount(stranger, id, NOON)).toEqual(gone)
    expect(await findAccount(stranger, id)).toBeNull()
    expect(await listReceivingAccounts(stranger)).toEqual([])
    expect(asked).toEqual([])
    expect(await listAccountsWithHistory(owner)).toEqual(before)
  })
})

it('an account that is off is not offered, one that is deleted is gone and its row stays', async () => {
  const scope = await liveShop()
  const id = await add(scope)
  await switchAccount(scope, { id, isOn: false }, NOON)
  await switchAccount(scope, { id, isOn: false }, NOON)
  expect(await findAccountsInUse(scope.merchantId)).toEqual([])
  expect(await listOffers(scope)).toEqual([])
  await switchAccount(scope, { id, isOn: true }, NOON)
  expect(await listOffers(scope)).toEqual([{ method: 'own_transfer', minimum: 1, maximum: 999_999_999, account: { id, label: 'BCA' } }])
  expect((await listAccountsWithHistory(scope))[0]?.events.map(({ type }) => type)).toEqual(['turned_on', 'turned_off', 'created'])
  await deleteAccount(scope, id, NOON)
  expect(await listReceivingAccounts(scope)).toEqual([])
  expect(await findAccountsInUse(scope.merchantId)).toEqual([])
  expect(await prisma.receivingAccount.findUniqueOrThrow({ where: { id } })).toMatchObject({ deletedAt: NOON })
  expect((await switchAccount(scope, { id, isOn: true }, NOON)).ok).toBe(false)
})

describe('a link of live mode', () => {
  const wish = (price: string, overrides = {}) => createLinkSchema.parse(linkInput({ items: [{ name: 'Kerudung', price, quantity: 1 }], ...overrides }))
  const make = (scope: MerchantScope, price: string, overrides = {}) => createLink(scope, wish(price, overrides), { timeZone: 'Asia/Jakarta', at: NOON })

  it('is not made before the shop has a way to be paid, and says what is missing', async () => {
    const scope = await liveShop()
    expect(isReady(liveSetupOf({ name: 'Toko', phone: null }, await listOffers(scope)))).toBe(false)
    expect(await make(scope, '85.000')).toEqual(invalid({ '': 'noWayToBePaid' }))
    expect((await make(mintScope({ ...scope, mode: 'test' }), '85.000')).ok).toBe(true)
    await add(scope)
    expect(liveSetupOf({ name: 'Toko', phone: null }, await listOffers(scope))).toEqual({ shopName: 'Toko', hasName: true, hasWay: true, hasPhone: false })
    expect((await make(scope, '85.000')).ok).toBe(true)
  })

  it('of an amount that no account takes is refused, also by the chosen ones alone, and cannot be changed into one', async () => {
    const scope = await liveShop()
    await add(scope, { minimumAmount: '10.000', maximumAmount: '100.000' })
    await add(scope, { details: { kind: 'cod', note: '' } })
    expect((await make(scope, '5.000')).ok).toBe(true)
    expect(await make(scope, '5.000', { paymentMethods: ['own_transfer'] })).toEqual(invalid({ paymentMethods: 'noAccountForAmount' }))
    expect(await make(scope, '50.000', { paymentMethods: ['bca_va'] })).toEqual(invalid({ paymentMethods: 'noAccountForAmount' }))
    const made = await make(scope, '50.000', { paymentMethods: ['own_transfer'] })
    const orderId = made.ok ? made.value.orderId : ''
    expect(await updateLink(scope, orderId, () => ({ items: [{ name: 'Kerudung', price: 500_000, quantity: 1 }] }), NOON)).toEqual({ kind: 'refused', reason: 'noUsableMethod' })
  })
})
