import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asCheck, playwrightCounts, vitestCounts } from './test-counts.mjs'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('what a run of the browser tests came to', () => {
  test('counts every test once, and names what failed and what passed only when it was tried again', () => {
    const report = written({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
      suites: [
        { title: 'home.spec.ts', specs: [spec('home.spec.ts', 'home says what waits', 'expected'), spec('home.spec.ts', 'keys walk', 'flaky')], suites: [] },
        { title: 'list.spec.ts', specs: [], suites: [{ title: 'links', specs: [spec('list.spec.ts', 'a row opens', 'unexpected')] }] },
      ],
    })
    expect(playwrightCounts(report, 1)).toEqual({
      passed: 4, failed: 1, skipped: 2, failures: ['e2e/list.spec.ts:7 › links › a row opens'], byChance: ['e2e/home.spec.ts:7 › keys walk'],
    })
  })

  test('is no failure when everything passed, also by chance', () => {
    const report = written({ stats: { expected: 0, unexpected: 0, flaky: 1, skipped: 0 }, suites: [{ title: 'a.spec.ts', specs: [spec('a.spec.ts', 'it works', 'flaky')] }] })
    expect(playwrightCounts(report, 0)).toMatchObject({ passed: 1, failed: 0, failures: [] })
  })

  test.each([
    ['broke outside its tests', { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] }, 1, { passed: 3, failed: 1 }],
    ['found no test', { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] }, 0, { passed: 0, failed: 1 }],
  ])('is a failure when it %s', (_, report, code, expected) => {
    expect(playwrightCounts(written(report), code)).toMatchObject(expected)
  })

  test('is a failure when there is no report', () => {
    expect(playwrightCounts('/nowhere/report.json', 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('what a run of the unit tests came to', () => {
  test('names what failed by its file and its whole title', () => {
    const report = written({
      numPassedTests: 1, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1,
      testResults: [{ name: '/house/lib/money/money.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'money adds up' }, { status: 'failed', fullName: 'money is never lost' }] }],
    })
    expect(vitestCounts(report, 1, '/house')).toEqual({ passed: 1, failed: 1, skipped: 2, failures: ['lib/money/money.test.ts › money is never lost'] })
  })

  test.each([
    ['', 'lib/a.test.ts'],
    ['Hook timed out in 60000ms.\nIf this is a long-running hook …', 'lib/a.test.ts: Hook timed out in 60000ms.'],
  ])('names a file that failed outside its tests, with what it said (%j), and counts it', (message, failure) => {
    const report = written({ numPassedTests: 5, numFailedTests: 0, testResults: [{ name: '/house/lib/a.test.ts', status: 'failed', message, assertionResults: [] }] })
    expect(vitestCounts(report, 1, '/house')).toEqual({ passed: 5, failed: 1, skipped: 0, failures: [failure] })
  })
})

test('a tool that only says yes or no is one check', () => {
  expect([asCheck(0), asCheck(2)]).toEqual([{ passed: 1, failed: 0, skipped: 0 }, { passed: 0, failed: 1, skipped: 0 }])
})

const spec = (file: string, title: string, status: string) => ({ file, line: 7, title, tests: [{ status }] })

function written(report: unknown): string {
  const file = join(temporaryFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}
