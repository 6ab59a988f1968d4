import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

test('no route handler drags the list of all server actions along', () => {
  const files = readdirSync(join(import.meta.dirname, '..', '.next', 'server', 'app'), { recursive: true }).map(String)
  expect(files.filter((path) => /(^|[/\\])route\.js$/.test(path)).length).toBeGreaterThan(20)
  expect(files.filter((path) => path.endsWith('route_client-reference-manifest.js'))).toEqual([])
})
