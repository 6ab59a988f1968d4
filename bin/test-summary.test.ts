import { expect, test } from 'vitest'
import { summaryOf } from './test-summary.mjs'

const LINT = { name: 'Lint', passed: 1, failed: 0, skipped: 0, seconds: 60 }

test('a run without failures ends with its table and the sum', () => {
  expect(summaryOf([LINT, { name: 'Browser tests', passed: 300, failed: 0, skipped: 0, seconds: 700, failures: [], byChance: [] }]).split('\n')).toEqual([
    '✓ Lint                         1 passed     0 failed    60 s',
    '✓ Browser tests              300 passed     0 failed   700 s',
    '',
    '301 passed, 0 failed',
  ])
})

test('what failed and what went by chance is named before the table, and the sum stays the last line', () => {
  const results = [
    { ...LINT, passed: 0, failed: 1 },
    { name: 'Unit and database tests', passed: 8, failed: 1, skipped: 2, seconds: 9, failures: ['lib/a.test.ts › money is never lost'] },
    { name: 'Browser tests', passed: 3, failed: 1, skipped: 0, seconds: 7, failures: ['e2e/b.spec.ts:3 › a row opens'], byChance: ['e2e/c.spec.ts:4 › keys walk'] },
  ]
  const lines = summaryOf(results).split('\n')
  expect(lines.slice(0, 8)).toEqual([
    '3 failed:',
    '  Lint',
    '  Unit and database tests: lib/a.test.ts › money is never lost',
    '  Browser tests: e2e/b.spec.ts:3 › a row opens',
    '',
    '1 went by chance, failed first and passed when tried again:',
    '  Browser tests: e2e/c.spec.ts:4 › keys walk',
    '',
  ])
  expect(lines.slice(-3)).toEqual(['2 skipped: this machine has not what they need', '', '11 passed, 3 failed'])
})
