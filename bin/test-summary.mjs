/**
 * The end of a run: what failed and what went by chance, by name, then a line a part and the sum. Names stand here
 * once more because of whom only the last lines reach; the sum stays the last line, for whoever reads it by machine.
 */
export function summaryOf(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const failures = results.filter(({ failed }) => failed > 0).flatMap(({ name, failures: tests = [] }) => (tests.length > 0 ? within(name, tests) : [name]))
  const byChance = results.flatMap(({ name, byChance: tests = [] }) => within(name, tests))
  const skipped = sum('skipped')
  return [
    ...block(`${failures.length} failed:`, failures),
    ...block(`${byChance.length} went by chance, failed first and passed when tried again:`, byChance),
    ...results.map(({ name, passed, failed, seconds }) => {
      const numbers = [[passed, 'passed'], [failed, 'failed'], [seconds, 's']].map(([number, unit]) => `${String(number).padStart(5)} ${unit}`)
      return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${numbers.join(' ')}`
    }),
    ...(skipped > 0 ? [`${skipped} skipped: this machine has not what they need`] : []),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n')
}

function within(part, tests) {
  return tests.map((test) => `${part}: ${test}`)
}

function block(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), '']
}
