import { describe, expect, it } from 'vitest'
import { linkFilter } from '@/lib/link/filter'
import { linkFilterSchema } from '@/lib/link/schema'
import { orderFilter } from '@/lib/order/filter'
import { orderFilterSchema } from '@/lib/order/schema'

const ID = '0199d3a0-7c1e-7aaa-8bbb-0123456789ab'

/** Typed by a person, or by whoever wants to see a page fail: what stands in the address, and what the list makes of it. */
const ADDRESSES: [string, Record<string, unknown>, Record<string, string>][] = [
  ['nothing', {}, {}],
  ['everything', { q: ' kopi ', status: 'paid', method: 'bca_va', link: ID, cursor: 'abc' }, { q: 'kopi', status: 'paid', method: 'bca_va', link: ID, cursor: 'abc' }],
  ['a group of statuses', { status: 'to_do' }, { status: 'to_do' }],
  ['a field given twice', { q: ['a', 'b'], status: ['paid', 'paid'], link: [ID] }, {}],
  ['a status that there is not', { status: 'PAID' }, {}],
  ['a name that every object has', { status: 'constructor', method: 'toString', q: 'x' }, { q: 'x' }],
  ['what is no ID', { link: `${ID}'--` }, {}],
  ['an ID of no version', { link: '00000000-0000-0000-0000-000000000001' }, {}],
  ['NUL', { q: 'a\0b' }, {}],
  ['a search of a hundred letters', { q: `  ${'a'.repeat(100)}  ` }, { q: 'a'.repeat(100) }],
  ['one letter more', { q: 'a'.repeat(101) }, {}],
  ['too long a cursor', { cursor: 'a'.repeat(201) }, {}],
  ['fields that the list does not know', { page: '2', merchantId: ID }, {}],
]

/** As it is compared and sent: what is undefined is not there. */
const plain = (filter: unknown): unknown => JSON.parse(JSON.stringify(filter))

describe("a list's address", () => {
  it.each(ADDRESSES)('with %s is read the same by the page and by its actions, and never fails', (_, params, expected) => {
    expect(plain(orderFilter.parse(params))).toEqual(expected)
    expect(plain(orderFilterSchema.parse(params))).toEqual(expected)
  })

  it('of links has the statuses of links', () => {
    const params = { q: 'kopi', status: 'soldOut', cursor: 'c', method: 'bca_va' }
    expect(plain(linkFilter.parse(params))).toEqual({ q: 'kopi', status: 'soldOut', cursor: 'c' })
    expect(plain(linkFilterSchema.parse(params))).toEqual({ q: 'kopi', status: 'soldOut', cursor: 'c' })
    expect(linkFilter.parse({ status: 'paid' })).toEqual({})
  })

  it('is refused by an action that is sent a field it does not know', () => {
    expect(orderFilterSchema.strict().safeParse({ q: 'x', merchantId: ID }).success).toBe(false)
    expect(orderFilterSchema.strict().safeParse({}).success).toBe(true)
  })
})
