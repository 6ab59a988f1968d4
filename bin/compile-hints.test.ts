import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hintAtCompiling } from './compile-hints.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('every script of a build begins with the hint, once, and nothing else changes', () => {
  const build = temporaryFolder()
  const chunks = join(build, 'static', 'chunks')
  const files = { 'one.js': 'one()', 'app/two.js': "'ú'.length\n", 'style.css': 'a{}', 'app/three.json': '{}' }
  mkdirSync(join(chunks, 'app'), { recursive: true })
  for (const [path, text] of Object.entries(files)) writeFileSync(join(chunks, path), text)
  expect([hintAtCompiling(build), hintAtCompiling(build)]).toEqual([2, 0])
  const hinted = Object.entries(files).map(([path, text]) => [path, path.endsWith('.js') ? `//# allFunctionsCalledOnLoad\n${text}` : text])
  expect(Object.keys(files).map((path) => [path, readFileSync(join(chunks, path), 'utf8')])).toEqual(hinted)
})
