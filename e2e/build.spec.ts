import { readdirSync, statSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { origin } from './support/seller'

test('no route handler drags the list of all server actions along', () => {
  const files = readdirSync(join(import.meta.dirname, '..', '.next', 'server', 'app'), { recursive: true }).map(String)
  expect(files.filter((path) => /(^|[/\\])route\.js$/.test(path)).length).toBeGreaterThan(20)
  expect(files.filter((path) => path.endsWith('route_client-reference-manifest.js'))).toEqual([])
})

test('scripts and styles are answered as they were packed while they were built', async ({ page }) => {
  const addresses = new Set<string>()
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType()) && request.url().startsWith(`${origin()}/_next/static/`)) addresses.add(request.url())
  })
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  expect(addresses.size).toBeGreaterThan(3)
  for (const address of addresses) {
    const { pathname } = new URL(address)
    // Not by fetch, which asks for Brotli over TLS only.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => void get(address, { headers: { 'accept-encoding': 'br' } }, resolve).once('error', reject))
    answer.resume()
    const file = join(import.meta.dirname, '..', '.next', 'static', `${pathname.slice('/_next/static/'.length)}`)
    if (statSync(file).size < 1_000) continue
    expect([pathname, answer.headers['content-encoding'], answer.headers['content-length']]).toEqual([pathname, 'br', String(statSync(`${file}.br`).size)])
  }
})
