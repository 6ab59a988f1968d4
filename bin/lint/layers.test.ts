import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../testing/processes.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const CLEAN = {
  'lib/database/client.ts': `import 'server-only'\nimport { PrismaPg } from '@prisma/adapter-pg'\nexport const prisma = PrismaPg`,
  'lib/link/schema.ts': `import { z } from 'zod'\nexport const link = z.object({})`,
  'lib/link/rules.ts': `import { link } from './schema'\nexport const rules = [link]`,
  'lib/link/store.ts': `import 'server-only'\nimport { prisma } from '@/lib/database/client'\nexport const find = prisma`,
  'lib/link/create-link.ts': `import 'server-only'\nimport { find } from './store'\nexport const createLink = find`,
  'lib/link/actions.ts': `'use server'\nimport { createLink } from './create-link'\nexport const action = async () => createLink`,
  'components/ui/button.tsx': `export const Button = 1`,
  'components/shell/title.tsx': `import { Button } from '../ui/button'\nexport const frame = Button`,
  'components/link/form.tsx': `import { frame } from '../shell/title'\nexport const title = frame\nimport { action } from '@/lib/link/actions'\nimport { Button } from '../ui/button'\nexport const Form = [action, Button]`,
  'components/order/list.tsx': `import type { createLink } from '@/lib/link/create-link'\nexport type List = typeof createLink`,
  'app/page.tsx': `import { Form } from '@/components/link/form'\nimport { createLink } from '@/lib/link/create-link'\nexport default [Form, createLink]`,
}

const VIOLATIONS: [file: string, source: string, rule: string][] = [
  ['lib/link/close-link.ts', `import { prisma } from '@/lib/database/client'\nexport const a = prisma`, 'only-stores-reach-the-database'],
  ['lib/link/open-link.ts', `import { PrismaPg } from '@prisma/adapter-pg'\nexport const a = PrismaPg`, 'only-stores-reach-the-database'],
  ['app/links/page.tsx', `import { find } from '@/lib/link/store'\nexport default find`, 'routes-ask-use-cases'],
  ['app/orders/page.tsx', `import { prisma } from '@/lib/database/client'\nexport default prisma`, 'routes-ask-use-cases'],
  ['components/link/row.tsx', `import { find } from '@/lib/link/store'\nexport const a = find`, 'components-ask-actions'],
  ['components/link/menu.tsx', `import { createLink } from '@/lib/link/create-link'\nexport const a = createLink`, 'components-ask-actions'],
  ['components/order/row.tsx', `import { Form } from '@/components/link/form'\nexport const a = Form`, 'features-stay-apart'],
  ['components/shell/frame.tsx', `import { Form } from '@/components/link/form'\nexport const a = Form`, 'features-stay-apart'],
  ['components/ui/badge.tsx', `import { Form } from '@/components/link/form'\nexport const a = Form`, 'primitives-know-no-screens'],
  ['components/ui/clock.tsx', `import { frame } from '@/components/shell/title'\nexport const a = frame`, 'primitives-know-no-screens'],
  ['lib/order/rules.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync`, 'pure-files-use-no-node'],
  ['lib/order/status.ts', `import { find } from '@/lib/link/store'\nexport const a = find`, 'pure-files-stay-pure'],
  ['lib/order/schema.ts', `import { cookies } from 'next/headers'\nexport const a = cookies`, 'pure-files-stay-pure'],
  ['lib/shop/rules.ts', `import { indirect } from '../link/create-link'\nexport const a = indirect`, 'pure-files-stay-pure'],
  ['lib/shop/view.ts', `import { Button } from '@/components/ui/button'\nexport const a = Button`, 'lib-stands-alone'],
  ['lib/shop/open-shop.ts', `import { data } from '@/e2e/data'\nexport const a = data`, 'product-needs-no-tests'],
  ['lib/shop/lost.ts', `import { a } from './nowhere'\nexport const b = a`, 'imports-resolve'],
  ['lib/money/one.ts', `import { two } from './two'\nexport const one = two`, 'no-cycles'],
]

describe('the layer lint', () => {
  test('has nothing to say about a clean house', () => {
    expect(cruise(plant(CLEAN))).toEqual([])
  })

  test('reports each planted violation by its rule and nothing else', () => {
    const planted = Object.fromEntries(VIOLATIONS.map(([file, source]) => [file, source]))
    const others = {
      'lib/money/two.ts': `import { one } from './one'\nexport const two = one`,
      'e2e/data.ts': 'export const data = 1',
    }
    const found = cruise(plant({ ...CLEAN, ...planted, ...others }))
    const expected = VIOLATIONS.map(([file, , rule]) => `${file}: ${rule}`)
    expect(found.sort()).toEqual(expected.sort())
  })
})

describe('the server-only lint', () => {
  const server = `import { find } from './store'\nexport const a = find\n`

  test.each([
    ['a store', 'lib/link/store.ts', 'export const a = 1\n'],
    ['a use case', 'lib/link/close-link.ts', server],
    ['a file that reads the disk', 'lib/email/outbox.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
    ['a file that says it too late', 'lib/link/close-link.ts', `import { find } from './store'\nimport 'server-only'\nexport const a = find\n`],
  ])('reports %s without the mark', (_, file, source) => {
    expect(lint(file, source)).toEqual(['tautan/server-only'])
  })

  test.each([
    ['a marked use case', 'lib/link/close-link.ts', `import 'server-only'\n${server}`],
    ['an action', 'lib/link/actions.ts', `'use server'\n${server}`],
    ['a pure file', 'lib/link/rules.ts', 'export const a = 1\n'],
    ['a view that only names types', 'lib/link/views.ts', `import type { find } from './store'\nexport type A = typeof find\n`],
    ['a file that runs before Next', 'lib/platform/env.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
  ])('accepts %s', (_, file, source) => {
    expect(lint(file, source)).toEqual([])
  })
})

function plant(files: Record<string, string>): string {
  const tree = temporaryFolder()
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), source)
  }
  for (const file of ['tsconfig.json', '.dependency-cruiser.mjs']) cpSync(join(root, file), join(tree, file))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  return tree
}

function cruise(tree: string): string[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'app', 'lib', 'components']
  const answer = JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  // A rule about what can be reached reports every file on the way.
  return [...new Set(answer.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`))]
}

function lint(file: string, source: string): string[] {
  const program = `
    import { Linter } from 'eslint'
    import parser from 'typescript-eslint'
    import { serverOnly } from ${JSON.stringify(join(root, 'bin/lint/server-only.mjs'))}
    const config = [{ files: ['**/*.ts'], languageOptions: { parser: parser.parser }, plugins: { tautan: { rules: { 'server-only': serverOnly } } }, rules: { 'tautan/server-only': 'error' } }]
    const messages = new Linter().verify(process.argv[2], config, process.argv[1])
    console.log(JSON.stringify(messages.map(({ ruleId, message }) => ruleId ?? message)))`
  const args = ['--input-type=module', '-e', program, file, source]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as string[]
}
