import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { packedFiles } from './packed-files.ts'
import { packStatic } from './pack-static.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

const SCRIPT = `//${'é'.repeat(1_000)}\n`
let folder: string
let port: number

beforeEach(async () => {
  const build = temporaryFolder()
  folder = join(build, 'static')
  mkdirSync(join(folder, 'chunks'), { recursive: true })
  writeFileSync(join(folder, 'chunks', 'one.js'), SCRIPT)
  writeFileSync(join(folder, 'chunks', 'short.js'), 'a()')
  writeFileSync(join(build, 'secret.js.br'), 'secret')
  await packStatic(build)
  const packed = packedFiles(folder)
  const server = createServer((asked, response) => {
    response.setHeader('X-Frame-Options', 'DENY')
    packed(asked, response, () => void response.setHeader('X-Answered-By', 'other').end(JSON.stringify(response.getHeaderNames())))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  port = (server.address() as AddressInfo).port
})

type Answer = Pick<IncomingMessage, 'statusCode' | 'headers'> & { body: Buffer }

/** Not by fetch, which unpacks and tidies addresses. */
async function ask(path: string, { method = 'GET', ...headers }: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br, zstd' }): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => void request({ port, path, method, headers, agent: false }, resolve).once('error', reject).end())
  return { statusCode: response.statusCode, headers: response.headers, body: await buffer(response) }
}

test('who reads Brotli gets what was packed, to keep forever', async () => {
  const { statusCode, headers, body } = await ask('/_next/static/chunks/one.js?dpl=1')
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'content-encoding': 'br', 'content-type': 'application/javascript; charset=UTF-8', 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding',
    'x-frame-options': 'DENY', 'content-length': String(body.length),
  })
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
  const again = await ask('/_next/static/chunks/one.js', { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' })
  expect([again.statusCode, again.body.length]).toEqual([304, 0])
  const head = await ask('/_next/static/chunks/one.js', { method: 'HEAD', 'accept-encoding': 'br' })
  expect([head.statusCode, head.headers['content-length'], head.body.length]).toEqual([200, String(body.length), 0])
})

test.each<[string, string, Record<string, string>]>([
  ['one who reads only gzip', '/_next/static/chunks/one.js', { 'accept-encoding': 'gzip, deflate' }],
  ['one who says nothing', '/_next/static/chunks/one.js', {}],
  ['one who refuses Brotli', '/_next/static/chunks/one.js', { 'accept-encoding': 'gzip, br;q=0' }],
  ['one who sends something', '/_next/static/chunks/one.js', { 'accept-encoding': 'br', method: 'POST' }],
  ['a file that was not packed', '/_next/static/chunks/short.js', { 'accept-encoding': 'br' }],
  ['a file that is not there', '/_next/static/chunks/none.js', { 'accept-encoding': 'br' }],
  ['a packed file by its own name', '/_next/static/chunks/one.js.br', { 'accept-encoding': 'br' }],
  ['a file outside', '/_next/static/../secret.js', { 'accept-encoding': 'br' }],
  ['a file outside, in disguise', '/_next/static/%2e%2e/secret.js', { 'accept-encoding': 'br' }],
  ['another address', '/links', { 'accept-encoding': 'br' }],
])('%s is left to whoever answered before', async (_, path, how) => {
  const { headers, body } = await ask(path, how)
  expect(headers['x-answered-by']).toBe('other')
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).not.toContain('secret')
})

test('a file that a newer build has taken away is left too, with nothing said of it', async () => {
  rmSync(join(folder, 'chunks', 'one.js.br'))
  const { headers, body } = await ask('/_next/static/chunks/one.js')
  expect(headers['x-answered-by']).toBe('other')
  expect(JSON.parse(body.toString())).toEqual(['x-frame-options', 'x-answered-by'])
})
