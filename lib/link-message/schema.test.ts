import { describe, expect, it } from 'vitest'
import { notesSchema } from './schema'

const refused = (notes: unknown) => {
  const { error } = notesSchema.safeParse(notes)
  return error?.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('internal notes', () => {
  it('leave out rows that were added and left empty, wherever they stand', () => {
    const empty = { key: '', value: ' ' }
    expect(notesSchema.parse([empty, { key: ' Kelas ', value: 'XII B' }, empty])).toEqual([{ key: 'Kelas', value: 'XII B' }])
    expect(notesSchema.parse([])).toEqual([])
  })

  it('need a name and a text, and each name once, said at the row that the seller sees', () => {
    expect(refused([{ key: '', value: '' }, { key: 'Kelas', value: '' }, { key: '', value: 'XII B' }])).toEqual([['1.value', 'required'], ['2.key', 'required']])
    expect(refused([{ key: 'Kelas', value: 'XII A' }, { key: '', value: '' }, { key: 'kelas', value: 'XII B' }])).toEqual([['2.key', 'noteTwice']])
  })
})
