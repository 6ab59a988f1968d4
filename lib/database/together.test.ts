import { expect, test } from 'vitest'
import { inOrderOf, together } from './together'

/** Asks like the database does: later, and all that came at once in one go. */
function counting(answer: (question: number) => number | Error = (question) => question * 10) {
  const asked: number[][] = []
  const ask = together(async (questions: readonly number[]) => {
    asked.push([...questions])
    await Promise.resolve()
    return questions.map((question) => {
      const found = answer(question)
      if (found instanceof Error) throw found
      return found
    })
  })
  return { ask, asked }
}

test('what is asked at the same moment is asked once, and everybody gets their own answer', async () => {
  const { ask, asked } = counting()
  expect(await Promise.all([ask(1), ask(2), ask(1)])).toEqual([10, 20, 10])
  expect(asked).toEqual([[1, 2, 1]])
})

test('nothing is kept: the same question later is asked again', async () => {
  let version = 0
  const { ask } = counting(() => ++version)
  expect([await ask(1), await ask(1)]).toEqual([1, 2])
})

test('a question that comes while others are being answered is not told their older answer', async () => {
  let stored = 'old'
  let finish: () => void = () => undefined
  const ask = together(async (questions: readonly string[]) => {
    const read = stored
    if (read === 'old') await new Promise<void>((done) => (finish = done))
    return questions.map(() => read)
  })
  const early = ask('x')
  await new Promise((turn) => setTimeout(turn, 10))
  stored = 'new'
  expect(await ask('x')).toBe('new')
  finish()
  expect(await early).toBe('old')
})

test.each(['answered', 'refused'])('who comes while a statement is on its way shares the next one, which goes when the first is %s', async (ended) => {
  const sent: { questions: readonly number[]; end: () => void }[] = []
  const ask = together(async (questions: readonly number[]) => {
    await new Promise<void>((resolve, reject) => sent.push({ questions, end: () => (ended === 'answered' ? resolve() : reject(new Error('away'))) }))
    return [...questions]
  })
  const turn = () => new Promise((done) => setImmediate(done))
  const answers: Promise<string>[] = []
  const come = async (question: number) => {
    answers.push(ask(question).then(() => 'answered', () => 'refused'))
    await turn()
    await turn()
  }
  await come(1)
  await come(2)
  await come(3)
  expect(sent.map(({ questions }) => questions)).toEqual([[1]])
  sent[0]?.end()
  await turn()
  expect(sent.map(({ questions }) => questions)).toEqual([[1], [2, 3]])
  sent[1]?.end()
  expect(await Promise.all(answers)).toEqual([ended, ended, ended])
})

test('an error is everybody\'s, and the next question is asked as if nothing had been', async () => {
  let isAway = true
  const { ask } = counting((question) => (isAway ? new Error('away') : question))
  const answers = await Promise.allSettled([ask(1), ask(2)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await ask(1)).toBe(1)
})

test('more than a hundred are asked in several goes', async () => {
  const { ask, asked } = counting()
  const questions = Array.from({ length: 250 }, (_, index) => index)
  expect(await Promise.all(questions.map(ask))).toEqual(questions.map((question) => question * 10))
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50])
})

test('rows are put where they were asked for, null where there is none', () => {
  expect(inOrderOf(['b', 'x', 'a', 'b'], [{ id: 'a' }, { id: 'b' }], ({ id }) => id)).toEqual([{ id: 'b' }, null, { id: 'a' }, { id: 'b' }])
})
