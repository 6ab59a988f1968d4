import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSchemaEngine } from './schema-engine.ts'

/**
 * Writes the next migration from the last schema to today's: `npm run migration -- add_refunds`.
 * What Prisma's language cannot say (checks, partial indexes, triggers) is added by hand afterwards.
 */
const folder = dirname(fileURLToPath(import.meta.url))
const lastSchema = join(folder, 'migrations', 'last-schema.prisma')
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Give the migration a name of a-z, 0-9 and _.')

const schema = await readFile(join(folder, 'schema.prisma'), 'utf8')
const previous = await readFile(lastSchema, 'utf8').catch(() => undefined)
const { engine, close } = await loadSchemaEngine(process.env['DATABASE_URL'] ?? '')
const { stdout } = await engine.diff({
  from: previous ? { tag: 'schemaDatamodel', files: [{ path: 'last-schema.prisma', content: previous }] } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
} as Parameters<typeof engine.diff>[0])

const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const directory = join(folder, 'migrations', `${time}_${name}`)
await mkdir(directory, { recursive: true })
await writeFile(join(directory, 'migration.sql'), stdout ?? '')
await writeFile(lastSchema, schema)
process.stdout.write(`Wrote prisma/migrations/${time}_${name}/migration.sql\n`)
await close()
