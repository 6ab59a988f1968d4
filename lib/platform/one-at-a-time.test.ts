import { describe, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time'

describe('oneAtATime', () => {
  it('runs what has one key in the order of asking, never two at once, and other keys meanwhile', async () => {
    const seen: string[] = []
    const run = (key: string, name: string) => oneAtATime(key, async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} ends`)
      return name
    })
    expect(await Promise.all([run('a', 'one'), run('a', 'two'), run('b', 'other')])).toEqual(['one', 'two', 'other'])
    expect(seen.filter((line) => !line.startsWith('other'))).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(seen.indexOf('other begins')).toBeLessThan(seen.indexOf('one ends'))
  })

  it('goes on after what failed, whose failure is its own', async () => {
    const failing = oneAtATime('a', () => Promise.reject(new Error('broken')))
    const next = oneAtATime('a', () => Promise.resolve('fine'))
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toBe('fine')
  })
})
