import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': at('.'),
      // Its other face throws outside the server's bundle; tests are the server here.
      'server-only': at('node_modules/server-only/empty.js'),
    },
  },
  test: {
    environment: 'node',
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/.next/**', 'e2e/**'],
    globalSetup: 'prisma/testing/database-server.ts',
    setupFiles: 'prisma/testing/own-database.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { APP_SECRET: 'a-secret-that-only-the-tests-know-0123456789', LOG_LEVEL: 'silent' },
  },
})
