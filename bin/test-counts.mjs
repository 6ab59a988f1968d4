import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A tool that only says yes or no counts as one check. */
export function asCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** What vitest reports, with the names of what failed; those of files are relative to `root`. */
export function vitestCounts(file, code, root) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = read(file)
  const failures = testResults.flatMap(({ name, status, message = '', assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${relative(root, name)} › ${fullName}`)
    // A file that could not be loaded, or not be tidied up after its tests.
    return failed.length === 0 && status === 'failed' ? [[relative(root, name), message.split('\n', 1)[0]].filter(Boolean).join(': ')] : failed
  })
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures }, code)
}

/** What Playwright reports, with the names of what failed and of what passed only when it was tried again (`byChance`). */
export function playwrightCounts(file, code) {
  const { stats = {}, suites = [] } = read(file)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  const named = (status) => suites.flatMap((suite) => browserTests(suite)).filter((test) => test.status === status).map(({ name }) => name)
  return honest({ passed: expected + flaky, failed: unexpected, skipped, failures: named('unexpected'), byChance: named('flaky') }, code)
}

// A file is the outermost suite, and is named by the place anyway.
function browserTests({ suites = [], specs = [] }, titles = []) {
  return [
    ...specs.flatMap(({ file, line, title, tests }) => tests.map(({ status }) => ({ status, name: [`e2e/${file}:${line}`, ...titles, title].join(' › ') }))),
    ...suites.flatMap((suite) => browserTests(suite, [...titles, suite.title])),
  ]
}

// A run that broke outside its tests, or found none at all, is a failure although no test failed.
function honest(counts, code) {
  const isBroken = code !== 0 || counts.passed + counts.failed === 0
  return isBroken && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
