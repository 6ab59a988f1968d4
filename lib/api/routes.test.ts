import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endpoints } from './endpoints'
import { openApiDocument } from './openapi/document'
import { operationsOf } from './openapi/model'

const ROOT = join(import.meta.dirname, '..', '..')

type Served = { operation: string; handler: string }

/** What the route files under app/v1 and app/v2 serve, by reading them. What a catch-all answers is no operation. */
function servedByRoutes(): Served[] {
  return globSync('app/{v1,v2}/**/route.ts', { cwd: ROOT }).flatMap((file) => {
    const path = file.replaceAll('\\', '/').replace(/^app/, '').replace(/\/route\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')
    const text = readFileSync(join(ROOT, file), 'utf8')
    return [...text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = serve\((\w+)\)/g)].map(([, method = '', handler = '']) => ({ operation: `${method} ${path}`, handler }))
  })
}

const documented = operationsOf(openApiDocument(endpoints, 'https://pay.example.com')).map(({ method, path, operation }) => ({ operation: `${method} ${path}`, handler: operation.operationId }))

test('every route is in the OpenAPI document, and everything in the document has its route', () => {
  const byName = (a: Served, b: Served) => a.operation.localeCompare(b.operation)
  expect(servedByRoutes().sort(byName)).toEqual(documented.toSorted(byName))
})

test('every operation has a name, a path and a method of its own', () => {
  expect(new Set(endpoints.map(({ operationId }) => operationId)).size).toBe(endpoints.length)
  expect(documented).toHaveLength(endpoints.length)
})

test('every parameter in a path is described, and no other', () => {
  for (const { path, operation } of operationsOf(openApiDocument(endpoints, 'https://pay.example.com'))) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const described = (operation.parameters ?? []).flatMap((parameter) => ('in' in parameter && parameter.in === 'path' ? [parameter.name] : []))
    expect({ path, described }).toEqual({ path, described: named })
  }
})
