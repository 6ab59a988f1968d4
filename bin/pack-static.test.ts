import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packStatic } from './pack-static.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('texts of a build that are worth it are packed beside themselves, pictures and short ones are not', async () => {
  const build = temporaryFolder()
  const long = 'halo dunia '.repeat(200)
  const files = { 'chunks/one.js': long, 'chunks/app/two.css': long, 'media/icon.svg': long, 'media/photo.png': long, 'chunks/short.js': 'a()' }
  for (const folder of ['chunks/app', 'media']) mkdirSync(join(build, 'static', folder), { recursive: true })
  for (const [path, text] of Object.entries(files)) writeFileSync(join(build, 'static', path), text)
  expect(await packStatic(build)).toBe(3)
  const packed = Object.keys(files).filter((path) => existsSync(join(build, 'static', `${path}.br`)))
  expect(packed).toEqual(['chunks/one.js', 'chunks/app/two.css', 'media/icon.svg'])
  for (const path of packed) {
    const content = readFileSync(join(build, 'static', `${path}.br`))
    expect(content.length).toBeLessThan(100)
    expect(brotliDecompressSync(content).toString()).toBe(long)
  }
  expect(readFileSync(join(build, 'static', 'chunks', 'one.js'), 'utf8')).toBe(long)
})
