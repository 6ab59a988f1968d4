import { run, type Program } from '../../bin/testing/processes.ts'
import { testDatabaseUrl } from './test-database.ts'

export type ApiProcess = Program & { url: string }

/** Starts `api-server.ts` on the database of the calling test file. */
export async function startApi(env: Record<string, string> = {}): Promise<ApiProcess> {
  const program = run('--import', ['tsx', '--import', './bin/allow-server-only.mjs', 'prisma/testing/api-server.ts'], {
    DATABASE_URL: testDatabaseUrl(), APP_SECRET: process.env['APP_SECRET'] ?? '', LOG_LEVEL: 'silent', ...env,
  })
  await program.says('listening on ')
  const port = /listening on (\d+) /.exec(program.output())?.[1]
  return { ...program, url: `http://127.0.0.1:${port}/v1/notes` }
}
