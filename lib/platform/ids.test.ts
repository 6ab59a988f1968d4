import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor'
import { newRowId, readableId, secretToken } from './ids'
import { containsPattern } from './like'

describe('newRowId', () => {
  it('is a UUID of version 7 that sorts by its time', () => {
    const [early, late] = [newRowId(1_700_000_000_000), newRowId(1_700_000_000_001)]
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(early < late).toBe(true)
  })
})

describe('readableId and secretToken', () => {
  it('never repeat in ten thousand', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => readableId(10))).size).toBe(10_000)
    expect(new Set(Array.from({ length: 10_000 }, secretToken)).size).toBe(10_000)
  })

  it('fit into an address', () => {
    expect(readableId(50)).toMatch(/^[a-z2-9]{50}$/)
    expect(secretToken()).toMatch(/^[\w-]{22}$/)
  })
})

describe('cursors', () => {
  it('come back as they were', () => {
    const cursor = { createdAt: new Date(1_700_000_000_123), id: newRowId(1) }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })
})

describe('containsPattern', () => {
  it('takes the wildcards of LIKE literally', () => {
    expect(containsPattern('100%_\\A')).toBe('%100\\%\\_\\\\a%')
  })
})
