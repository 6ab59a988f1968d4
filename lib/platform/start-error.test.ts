import { describe, expect, test } from 'vitest'
import { explainDiskError, explainDiskOutput } from './start-error.ts'

describe('a failure of the disk', () => {
  test.each([
    ['ENOSPC', /^The disk is full: free some space for \/data/],
    ['EDQUOT', /^The disk is full/],
    ['EACCES', /^\/data is not writable/],
    ['EROFS', /^\/data is not writable/],
  ])('with the code %s becomes a sentence', (code, sentence) => {
    const error = Object.assign(new Error('write'), { code })
    expect(explainDiskError(error, '/data')).toMatchObject({ name: 'StartError', message: expect.stringMatching(sentence) as string })
  })

  test.each([
    'initdb: error: could not create directory "/data/postgres": No space left on device',
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 1\nHINT:  Check free disk space.',
    'PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device',
  ])('is recognised in what PostgreSQL says: %s', (output) => {
    expect(explainDiskOutput(output, '/data')?.message).toMatch(/^The disk is full/)
  })

  test('is not seen where there is none', () => {
    const other = new Error('something else')
    expect(explainDiskError(other, '/data')).toBe(other)
    expect(explainDiskOutput('FATAL: out of ideas', '/data')).toBeNull()
  })
})
