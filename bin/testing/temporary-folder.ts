import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for one test, open to the database's user as an ordinary checkout is. */
export function temporaryFolder(name = 'tautan-test-'): string {
  const path = mkdtempSync(join(tmpdir(), name))
  chmodSync(path, 0o755)
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
