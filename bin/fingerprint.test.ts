import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isUnchanged, remember } from './fingerprint.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('the decision to build again', () => {
  test('is no while nothing changed, also after a fresh checkout of the same files', () => {
    const { stamp, root, sources, file } = house()
    expect(isUnchanged(stamp, root, sources)).toBe(true)
    utimesSync(file, 1, 1)
    expect(isUnchanged(stamp, root, sources)).toBe(true)
  })

  test.each<[string, (root: string) => void]>([
    ['a changed file', (root) => writeFileSync(join(root, 'app/page.tsx'), 'export default 2')],
    ['a new file', (root) => writeFileSync(join(root, 'app/new.tsx'), '')],
    ['a removed file', (root) => rmSync(join(root, 'app/page.tsx'))],
    ['a changed single file', (root) => writeFileSync(join(root, 'next.config.js'), '2')],
  ])('is yes after %s', (_, change) => {
    const { stamp, root, sources } = house()
    change(root)
    expect(isUnchanged(stamp, root, sources)).toBe(false)
  })

  test('does not look at tests and generated files', () => {
    const { stamp, root, sources } = house()
    writeFileSync(join(root, 'app/page.test.tsx'), 'new')
    mkdirSync(join(root, 'app/generated'))
    writeFileSync(join(root, 'app/generated/style.ts'), 'new')
    expect(isUnchanged(stamp, root, sources)).toBe(true)
  })

  test('is yes when there never was a build', () => {
    const { root, sources } = house()
    expect(isUnchanged(join(root, 'no-stamp'), root, sources)).toBe(false)
  })
})

function house() {
  const root = temporaryFolder()
  const file = join(root, 'app/page.tsx')
  mkdirSync(join(root, 'app'))
  writeFileSync(file, 'export default 1')
  writeFileSync(join(root, 'next.config.js'), '1')
  const stamp = join(root, 'stamp.json')
  const sources = ['app', 'next.config.js', 'proxy.ts']
  remember(stamp, root, sources)
  return { root, file, stamp, sources }
}
