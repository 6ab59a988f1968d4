import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { plainAmount, wallClockText, type Cell } from './cells'
import { undefused, writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

const JAKARTA = { timeZone: 'Asia/Jakarta' }

async function* batches(...all: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* all
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const HOSTILE = [
  '=1+1', '+62812', '-5', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("https://evil.example","x")', 'a "quoted" word', 'two\nlines', 'two\r\nlines', 'semi;colon', 'com,ma',
  '🧕🏽 kerudung', 'مرحبا', '<b>&amp;</b>', ']]>', '_x0041_', '_x005F_', '0812', "'=1", 'Sari;=1+1', 'a,@SUM(A1)\t+62', 'dua\n=cmd|x;-5', 'isi:\n- kerudung\n- bros', ' spaces ', 'x'.repeat(32_000),
]

describe('a CSV file', () => {
  it('gives back every text as it was, none as a formula', async () => {
    const text = (await whole(writeCsv(['Text'], batches(HOSTILE.map((cell) => [cell])), JAKARTA))).toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [, ...rows] = parse(text, { bom: true }) as string[][]
    const written = rows.map(([cell = '']) => cell)
    for (const cell of written) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(written.map((cell, index) => (HOSTILE[index] === "'=1" ? cell : undefused(cell)))).toEqual(HOSTILE)
  })

  it.each([',', ';', '\t'] as const)('of cells parted by %j has no formula where a spreadsheet parts it elsewhere', async (delimiter) => {
    const text = (await whole(writeCsv(['Text', 'Next'], batches(HOSTILE.map((cell) => [cell, 'x'])), { ...JAKARTA, delimiter }))).toString('utf8')
    for (const cell of text.split(/[,;\t\r\n]/)) expect(cell).not.toMatch(/^"?([=@]|[+-](?! ))/)
  })

  it('has numbers as numbers, times on the clock of the zone, and empty cells', async () => {
    const row: Cell[] = [-5_000, new Date('2026-11-29T18:30:00Z'), null, '']
    expect((await whole(writeCsv(['a', 'b', 'c', 'd'], batches([row]), JAKARTA))).toString('utf8')).toBe('\uFEFFa,b,c,d\r\n-5000,2026-11-30 01:30:00,,\r\n')
  })
})

describe('a workbook', () => {
  it('gives back every text as it was, none as a formula', async () => {
    const file = await whole(writeXlsx(['Text', 'Place'], batches(HOSTILE.map((cell, index) => [cell, index])), JAKARTA))
    const [header, ...rows] = await readSheet(file, { trim: false })
    expect(header).toEqual(['Text', 'Place'])
    expect(rows.map(([cell]) => cell)).toEqual(HOSTILE)
  })

  it('has numbers and times that a spreadsheet counts with', async () => {
    const at = new Date('2026-11-29T18:30:15Z')
    const file = await whole(writeXlsx(['a', 'b', 'c'], batches([[-5_000, at, null]], [[999_999_999_999, null, '0812']]), JAKARTA))
    const rows = await readSheet(file)
    expect(rows).toEqual([['a', 'b', 'c'], [-5_000, new Date('2026-11-30T01:30:15.000Z'), null], [999_999_999_999, null, '0812']])
  })

  it('breaks off when its rows do, and does not hang', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['a']]
      throw new Error('the database went away')
    }
    await expect(whole(writeXlsx(['a'], broken(), JAKARTA))).rejects.toThrow('the database went away')
  })
})

it('writes amounts exactly and moments as the wall shows them', () => {
  expect([plainAmount(85_000, 'IDR'), plainAmount(-1, 'IDR'), plainAmount(0, 'IDR')]).toEqual([85_000, -1, 0])
  expect(wallClockText(new Date('2026-12-31T17:00:00Z'), 'Asia/Jakarta')).toBe('2027-01-01 00:00:00')
  expect(wallClockText(new Date('2026-06-30T23:05:09Z'), 'America/New_York')).toBe('2026-06-30 19:05:09')
})
