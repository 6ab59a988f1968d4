import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { useTestDatabase, testDatabaseUrl } from '../prisma/testing/test-database.ts'
import { run, root } from './testing/processes.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

useTestDatabase()

describe('a start that cannot succeed ends with one clear sentence', () => {
  test('about the port when another program has it', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await fails({ PORT: String(port), DATABASE_URL: testDatabaseUrl() }, `Port ${port} is in use by another program`)
  })

  test('about HOST when it is not an address of this machine', async () => {
    await fails({ HOST: '192.0.2.1' }, 'HOST is "192.0.2.1", which is not an address of this machine')
  })

  test('about every setting that is not valid', async () => {
    const output = await fails({ PORT: 'abc', APP_URL: 'shop' }, 'PORT is "abc"', 2)
    expect(output).toContain('APP_URL is "shop"')
  })

  test('about a database that does not answer', async () => {
    await fails({ DATABASE_URL: 'postgresql://shop:secret@127.0.0.1:9/shop' }, 'The database at 127.0.0.1:9 does not answer')
  })

  test('about a wrong password, without showing it', async () => {
    const url = new URL(inject('databaseServer'))
    url.password = 'wrong-secret'
    const output = await fails({ DATABASE_URL: url.href }, 'does not let tautan in')
    expect(output).not.toContain('wrong-secret')
  })

  test('about a database that is not there', async () => {
    const url = new URL(inject('databaseServer'))
    url.pathname = '/nowhere'
    await fails({ DATABASE_URL: url.href }, 'There is no database nowhere')
  })

  test('about a schema that is newer than the code', async () => {
    const client = new pg.Client({ connectionString: testDatabaseUrl() })
    await client.connect()
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('1', 'x', '29990101000000_from_the_future', now(), now(), 1)`,
    )
    await client.end()
    await fails({ DATABASE_URL: testDatabaseUrl() }, 'newer version of Tautan')
  })

  test('about a DATA_DIR that cannot be used', async () => {
    await fails({ DATA_DIR: '/dev/null/data' }, '/dev/null/data is not a folder')
  })
})

async function fails(env: Record<string, string>, sentence: string, lines = 1): Promise<string> {
  const started = run(join(root, 'bin/serve.ts'), [], { PORT: '0', DATA_DIR: join(temporaryFolder(), 'data'), ...env })
  expect(await started.ends()).toBe(1)
  expect(started.output()).toContain(sentence)
  expect(started.output().trim().split('\n')).toHaveLength(lines)
  return started.output()
}
