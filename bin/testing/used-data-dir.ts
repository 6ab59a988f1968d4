import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { startEmbeddedPostgres } from '../../lib/database/embedded.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Data directories whose database was set up and stopped before, for tests of what comes after that: each is a copy of one,
 * and a copy is much quicker made. Call it once at the top level. @returns makes one for the calling test
 */
export function useDataDirs(): () => string {
  let first = ''
  beforeAll(async () => {
    first = mkdtempSync(join(tmpdir(), 'tautan-test-'))
    chmodSync(first, 0o755)
    const database = await startEmbeddedPostgres({ dataDir: first })
    await database.stop()
  })
  afterAll(() => rmSync(first, { recursive: true, force: true }))
  return () => {
    const copy = temporaryFolder()
    // The database's files belong to the user that it runs as.
    execFileSync('cp', ['-a', `${first}/.`, copy])
    return copy
  }
}
