import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { validationMessages } from './validation-messages'

const messagesFor = (schema: z.ZodType, value: unknown): string[] => {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : validationMessages(parsed.error)
}

describe('messages of the API', () => {
  it('name the field wherever it stands, also where the schema wrote its own sentence', () => {
    const schema = z.object({ item: z.array(z.object({ name: z.string().regex(/^a+$/, '{field} must be a row of a'), price: z.int() })) })
    expect(messagesFor(schema, { item: [{ name: 'b', price: '1' }, { name: 'a' }] })).toEqual([
      'item.0.name must be a row of a', 'item.0.price must be a number', 'item.1.price is required',
    ])
  })

  it('say a sentence of the schema as it is', () => {
    expect(messagesFor(z.string().refine(() => false, 'No $& here.'), 'x')).toEqual(['No $& here.'])
  })
})
