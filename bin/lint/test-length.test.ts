import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { root } from '../testing/processes.ts'

const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId === 'max-lines',
  // Without the types of the whole program, which a length does not need.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
})

test.each([
  ['lib/link/rules.test.ts', 250, []],
  ['lib/link/rules.test.ts', 251, ['max-lines']],
  ['components/link/link-card.test.tsx', 251, ['max-lines']],
  ['e2e/journey.spec.ts', 250, []],
  ['e2e/journey.spec.ts', 251, ['max-lines']],
  ['lib/link/rules.ts', 251, []],
])('%s of %i lines is told %j', async (filePath, lines, told) => {
  const [{ messages } = { messages: [] }] = await eslint.lintText('\n'.repeat(lines - 1) + 'export const last = 1\n', { filePath })
  expect(messages.map(({ ruleId, message }) => ruleId ?? message)).toEqual(told)
}, 60_000)
