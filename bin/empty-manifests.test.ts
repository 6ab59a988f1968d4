import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dropEmptyManifests } from './empty-manifests.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

const EMPTY = '{"moduleLoading":{"prefix":""},"clientModules":{},"ssrModuleMapping":{},"edgeSSRModuleMapping":{},"rscModuleMapping":{},"edgeRscModuleMapping":{},"entryCSSFiles":{},"entryJSFiles":{}}'

describe('the lists of client components of a build', () => {
  test('go where they are empty and of a route handler', () => {
    const build = temporaryFolder()
    const lists = {
      handler: list(build, 'p/[slug]/route', EMPTY),
      withComponent: list(build, 'card/route', EMPTY.replace('"clientModules":{}', '"clientModules":{"a":{"id":1}}')),
      withStyle: list(build, 'styled/route', EMPTY.replace('"entryCSSFiles":{}', '"entryCSSFiles":{"a":[]}')),
      page: list(build, 'page', EMPTY),
    }
    expect(dropEmptyManifests(build)).toBe(1)
    expect(Object.entries(lists).filter(([, path]) => existsSync(path)).map(([name]) => name)).toEqual(['withComponent', 'withStyle', 'page'])
  })
})

function list(build: string, of: string, manifest: string): string {
  const path = join(build, 'server/app', `${of}_client-reference-manifest.js`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/${of}"] = ${manifest};\n`)
  return path
}
