import next from 'eslint-config-next'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { serverOnly } from './bin/lint/server-only.mjs'

export default defineConfig([
  globalIgnores(['**/.next/', '.data/', '**/generated/', '**/next-env.d.ts', 'test-results/', 'playwright-report/']),
  next,
  tseslint.configs.recommended,
  { rules: { 'import/no-anonymous-default-export': 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { tautan: { rules: { 'server-only': serverOnly } } },
    rules: { 'tautan/server-only': 'error' },
  },
  {
    // What is longer tests two things: split it by what it tests, with what both need in prisma/testing or e2e/support.
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.spec.ts'],
    rules: { 'max-lines': ['error', 250] },
  },
  {
    // Sent before the scripts are there, a bare form takes its page away. The payment page's forms need no scripts.
    files: ['components/**/*.tsx', 'app/**/*.tsx'],
    ignores: ['components/ui/form.tsx', 'components/checkout/**'],
    rules: { 'react/forbid-elements': ['error', { forbid: [{ element: 'form', message: "use Form from '@/components/ui/form'" }] }] },
  },
  {
    // The payment page and e-mails are plain HTML documents, where Next's own elements do not exist.
    files: ['components/checkout/**', 'lib/email/email-document.tsx'],
    rules: { '@next/next/no-head-element': 'off', '@next/next/no-img-element': 'off' },
  },
  {
    // No components here, and looking for them takes a quarter of the time; what Playwright hands fixtures over with is named `use`, and is no hook.
    files: ['e2e/**', 'bin/**', 'prisma/**', 'bench/**', 'lib/**/*.ts'],
    rules: Object.fromEntries(next.flatMap(({ rules = {} }) => Object.keys(rules)).filter((name) => name.startsWith('react-hooks/')).map((name) => [name, 'off'])),
  },
])
