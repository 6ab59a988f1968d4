import { readFileSync } from 'node:fs'

/** A tool that only says yes or no counts as one check. */
export function asCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

export function vitestCounts(file, code) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read(file)
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, code)
}

export function playwrightCounts(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(file).stats ?? {}
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code)
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
