import { expect, it } from 'vitest'
import { inTurn } from './in-turn'

it('decodes two pictures at a time, whoever sends them, and goes on after one that fails', async () => {
  let running = 0
  let most = 0
  const work = async (fails: boolean) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((done) => setTimeout(done, 2))
    running -= 1
    if (fails) throw new Error('broken')
    return 'drawn'
  }
  const answers = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => inTurn(() => work(index % 3 === 0))))
  expect(most).toBe(2)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
})
