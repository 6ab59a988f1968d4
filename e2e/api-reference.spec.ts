import { expect, test, type Page } from '@playwright/test'
import { findingsOf } from './support/axe'
import { PHONE, watch } from './support/browser-watch'
import { Documented } from './support/openapi'

/** The reference page, as a developer reads it. */

const sample = (page: Page, operation: string, language: string) => page.locator(`#${operation} [data-sample=${language}]`)

test('shows every operation of the document, asks nobody else, and axe finds nothing', async ({ browser }) => {
  const { operations } = await Documented.load()
  for (const options of [{ colorScheme: 'light' as const }, { ...PHONE, colorScheme: 'dark' as const }]) {
    const context = await browser.newContext(options)
    const watched = watch(context)
    const page = await context.newPage()
    await page.goto('/docs/api')
    for (const { operation, path } of operations) await expect(page.locator(`#${operation.operationId}`).getByText(path, { exact: true })).toBeAttached()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
    expect(await findingsOf(page)).toEqual([])
    watched.expectClean()
    await context.close()
  }
})

test('remembers the language of the samples, copies them, and finds operations by typing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/docs/api')
  await page.locator('#getPaymentLink').getByRole('radio', { name: 'Python' }).check({ force: true })
  await expect(sample(page, 'createPaymentLink', 'python')).toBeVisible()
  await page.reload()
  await expect(sample(page, 'listPaymentLinks', 'python')).toBeVisible()
  await expect(sample(page, 'listPaymentLinks', 'curl')).toBeHidden()
  await sample(page, 'listPaymentLinks', 'python').getByRole('button').click()
  await expect(sample(page, 'listPaymentLinks', 'python').getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('import requests')
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await contents.getByRole('searchbox').fill('refund direct')
  await expect(contents.getByRole('link')).toHaveCount(1)
  await contents.getByRole('searchbox').fill('zzzz')
  await expect(contents.getByText('Nothing is called that.')).toBeVisible()
})

test('works without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto('/docs/api')
  await expect(page.getByText('Daftar isi').first()).toBeAttached()
  await expect(sample(page, 'createPaymentLink', 'curl')).toBeVisible()
  await page.locator('#createPaymentLink').getByRole('radio', { name: 'PHP' }).check({ force: true })
  await expect(sample(page, 'createPaymentLink', 'php')).toBeVisible()
  await expect(sample(page, 'createPaymentLink', 'curl')).toBeHidden()
  await expect(page.getByRole('button', { name: /^(Copy|Salin)/ }).first()).toBeHidden()
  await context.close()
})

test('is covered by the content security policy', async ({ request }) => {
  const response = await request.get('/docs/api')
  expect(response.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-/)
})
