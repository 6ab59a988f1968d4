import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor'

const id = '01933b2e-0000-7000-8000-000000000000'
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  it('comes back as it was written', () => {
    const cursor = { createdAt: new Date('2026-11-20T22:27:31.123Z'), id }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })

  it.each([[[2 ** 53 - 1, id]], [[8.64e15, id]], [[253_402_300_800_000, id]], [[-1, id]], [[1.5, id]], [['1', id]], [[1, 'x']], [[1]], [{}], [null]])(
    'that somebody forged means none: %j',
    (value) => {
      expect(decodeCursor(forged(value))).toBeUndefined()
    },
  )

  it.each(['', 'garbage', '%00', '\0', 'x'.repeat(200)])('of garbage means none: %j', (text) => {
    expect(decodeCursor(text)).toBeUndefined()
  })
})
