import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRunning } from '../lib/platform/file-lock.mjs'
import { root, run } from './testing/processes.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const runner = join(root, 'bin', 'run-script.ts')
const report = `
  import { readFileSync } from 'node:fs'
  import pg from '${join(root, 'node_modules/pg/lib/index.js')}'
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query("SELECT to_regclass('links') IS NOT NULL AS migrated")
  await client.end()
  const pid = Number(readFileSync(process.env.DATA_DIR + '/postgres/postmaster.pid', 'utf8').split('\\n')[0])
  console.log(JSON.stringify({ ...rows[0], secret: process.env.APP_SECRET?.length, args: process.argv.slice(2), pid }))
`

describe('a script beside the database', () => {
  test('finds it migrated and the settings complete, and leaves nothing running', async () => {
    const folder = temporaryFolder()
    const script = writeScript(folder, report)
    const program = run(runner, [script, '--json', 'two'], { DATA_DIR: join(folder, 'data') })
    expect(await program.ends()).toBe(0)
    const said = JSON.parse(program.output().trim().split('\n').at(-1) ?? '') as { pid: number }
    expect(said).toMatchObject({ migrated: true, secret: 64, args: ['--json', 'two'] })
    expect(isRunning(said.pid)).toBe(false)
    expect(readFileSync(join(folder, 'data', 'app-secret'), 'utf8').trim()).toHaveLength(64)
  })

  test('decides the exit code', async () => {
    const folder = temporaryFolder()
    const program = run(runner, [writeScript(folder, 'process.exit(7)')], { DATA_DIR: join(folder, 'data') })
    expect(await program.ends()).toBe(7)
  })
})

function writeScript(folder: string, source: string): string {
  const path = join(folder, 'script.mts')
  writeFileSync(path, source)
  return path
}
