import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../bin/testing/processes.ts'
import { temporaryFolder } from '../../bin/testing/temporary-folder.ts'
import { withFileLock } from './file-lock.mjs'

describe('a file lock', () => {
  test('lets one in at a time, and the others after it', async () => {
    const lock = join(temporaryFolder(), 'lock')
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside--
    }
    await Promise.all([withFileLock(lock, work), withFileLock(lock, work), withFileLock(lock, work)])
    expect(most).toBe(1)
    expect(existsSync(lock)).toBe(false)
  })

  test('is taken over from a process that was killed', async () => {
    const folder = temporaryFolder()
    const lock = join(folder, 'lock')
    const script = join(folder, 'holder.mjs')
    const source = JSON.stringify(join(import.meta.dirname, 'file-lock.mjs'))
    writeFileSync(
      script,
      `import { withFileLock } from ${source}
       await withFileLock(${JSON.stringify(lock)}, () => { console.log('holds it'); return new Promise((done) => setTimeout(done, 60000)) })`,
    )
    const holder = run(script)
    await holder.says('holds it')
    holder.signal('SIGKILL')
    await holder.ends()
    expect(existsSync(lock)).toBe(true)
    expect(await withFileLock(lock, async () => 'mine now')).toBe('mine now')
  })

  test('is not held by a newer process with the id of a dead one', async () => {
    const lock = join(temporaryFolder(), 'lock')
    writeFileSync(lock, `${process.pid} 1`)
    expect(await withFileLock(lock, async () => 'mine now')).toBe('mine now')
  })

  test('is free again after a failure', async () => {
    const lock = join(temporaryFolder(), 'lock')
    await expect(withFileLock(lock, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await withFileLock(lock, async () => 'mine now')).toBe('mine now')
  })
})
