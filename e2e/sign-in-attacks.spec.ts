import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { callAction } from './support/actions'
import { dataDir, query } from './support/database'

const newEmail = () => `${randomBytes(6).toString('hex')}@example.com`
const password = 'rahasia-sekali'

async function signUp(): Promise<string> {
  const email = newEmail()
  const { result } = await callAction('signUpAction', { shopName: 'Toko Melati', email, password, timeZone: 'Asia/Jakarta' })
  expect(result?.ok).toBe(true)
  return email
}

test('a wrong password and an unknown e-mail get the identical answer', async () => {
  const known = await callAction('signInAction', { email: await signUp(), password: 'salah-sekali' })
  const unknown = await callAction('signInAction', { email: newEmail(), password })
  expect(known.result).toEqual({ ok: false, error: { kind: 'invalid', fields: { '': 'signInFailed' } } })
  expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body })
})

test('after too many tries for one e-mail even the right password has to wait, and others do not', async () => {
  const [email, other] = [await signUp(), await signUp()]
  const kinds: (string | undefined)[] = []
  for (let tries = 0; tries < 9; tries += 1) kinds.push((await callAction('signInAction', { email, password: `salah-${tries}` })).result?.error?.kind)
  expect(kinds).toEqual([...Array<string>(8).fill('invalid'), 'rateLimited'])
  const waits = await callAction('signInAction', { email: ` ${email.toUpperCase()} `, password })
  expect(waits.result?.error).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: expect.any(Number) as unknown })
  expect((await callAction('signInAction', { email: other, password })).result?.ok).toBe(true)
})

test('who asks for a new password hears the same whether there is an account or not', async () => {
  const [known, unknown] = [await signUp(), newEmail()]
  const answers = [await callAction('requestPasswordResetAction', { email: known }), await callAction('requestPasswordResetAction', { email: unknown })]
  expect(answers[0]?.result).toEqual({ ok: true, value: null })
  expect({ status: answers[1]?.status, body: answers[1]?.body }).toEqual({ status: answers[0]?.status, body: answers[0]?.body })
  expect(mailsTo(known)).toHaveLength(1)
  expect(mailsTo(unknown)).toHaveLength(0)
})

test('a reset link works once, changes the password and ends every session', async ({ page }) => {
  const email = await signUp()
  await callAction('requestPasswordResetAction', { email })
  const link = /https?:\/\/\S+reset-password\?\S+/.exec(mailsTo(email)[0] ?? '')?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill('kata-sandi-baru')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('Your new password is saved')).toBeVisible()
  expect(await query('SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1', [email])).toEqual([])
  expect((await callAction('signInAction', { email, password })).result?.ok).toBe(false)
  expect((await callAction('signInAction', { email, password: 'kata-sandi-baru' })).result?.ok).toBe(true)

  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill('lagi-kata-sandi')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('used or is too old')).toBeVisible()
})

test('a password is stored as a slow hash', async () => {
  const email = await signUp()
  const [row] = await query<{ password: string }>('SELECT a.password FROM accounts a JOIN users u ON u.id = a.user_id WHERE u.email = $1', [email])
  expect(row?.password.length).toBeGreaterThan(60)
  expect(row?.password).not.toContain(password)
})

/** Mails that the product kept because no mail server is set up. */
function mailsTo(email: string): string[] {
  const folder = join(dataDir(), 'mail')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.includes(email))
}
