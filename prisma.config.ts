import { defineConfig } from 'prisma/config'

// Only `prisma generate` and, where its engine can be had, `prisma migrate deploy` read this file;
// the product applies its migrations itself (prisma/migrate.ts).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
