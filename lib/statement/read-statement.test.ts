import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANKS, seeded, shuffled, statementOf, tellsTime, type Movement } from '@/prisma/testing/statements'
import { decodeText } from './decode-text'
import { guessFrame } from './guess-mapping'
import { readAmount } from './read-amount'
import { readDate, readPeriod } from './read-date'
import { readStatement } from './read-statement'
import type { StatementMapping } from './views'

const TODAY = '2026-11-21'
const read = (text: string, mapping: StatementMapping | null = null, today = TODAY) => readStatement(text, { today, mapping })
const entriesOf = (text: string, mapping: StatementMapping | null = null, today = TODAY) => {
  const reading = read(text, mapping, today)
  if (!reading.ok) throw new Error(reading.failure)
  return reading.statement.entries.map(({ day, time, amount, direction, description }) => ({ day, time, amount, direction, description }))
}
const problemsOf = (text: string) => {
  const reading = read(text)
  return reading.ok ? reading.statement.problems.map(({ reason }) => reason) : reading.failure
}

describe('a statement of each bank', () => {
  it.each(BANKS.flatMap((bank) => Array.from({ length: 10 }, (_, index) => [bank, 1_000 + index] as const)))('%s, seed %d, is read as it was written', (bank, seed) => {
    const random = seeded(seed)
    const movements = shuffled(Array.from({ length: 30 }, (_, index): Movement => ({
      day: `2026-11-${String(1 + Math.floor(random() * 20)).padStart(2, '0')}`,
      time: tellsTime(bank) ? `${String(Math.floor(random() * 24)).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}:00` : null,
      amount: [85_003, 1_250_003, 500, 12_500_000, 999][index % 5] ?? 1,
      direction: random() < 0.7 ? 'credit' : 'debit',
      description: [`TRSF E-BANKING CR ${index} SARI "ICA" W`, '=HYPERLINK("http://x")', 'Kopi, gula; teh', 'QRIS MERCHANT'][index % 4] ?? '',
    })), random)
    expect(entriesOf(statementOf(bank, movements, { from: '2026-11-01', to: '2026-11-30' }))).toEqual(movements)
  })
})

describe('KlikBCA', () => {
  it('is read without names of columns, with the year from its period, over New Year', () => {
    const text = ['"Periode : 20/12/2025 - 10/01/2026"', '"28/12","TRSF E-BANKING CR SARI WULANDARI","0000","85,003.00","CR","1"', '"05/01","TRSF E-BANKING DB X","0000","1,250,003.00","DB","1"', '"PEND","TRSF","0000","85,003.00","CR","1"', '"15/02","X Y","0000","9.00","CR","1"'].join('\n')
    expect(entriesOf(text)).toMatchObject([{ day: '2025-12-28', amount: 85_003, direction: 'credit' }, { day: '2026-01-05', amount: 1_250_003, direction: 'debit' }])
    expect(problemsOf(text)).toEqual(['pending', 'outsidePeriod'])
  })

  it('gives a day without a period the last year in which it is not in the future', () => {
    const row = (day: string) => `"${day}","TRSF E-BANKING CR SARI","0000","85,003.00","CR","1"`
    expect(entriesOf([row('28/12'), row('05/01')].join('\n'), null, '2026-01-06').map(({ day }) => day)).toEqual(['2025-12-28', '2026-01-05'])
    expect(problemsOf(`${row('29/02')}\n${row('28/02')}`)).toEqual(['date'])
  })
})

describe('amounts', () => {
  it.each([
    ['85,003.00', '.', 85_003, null], ['1.250.003,00', ',', 1_250_003, null], ['Rp 1.250.003', ',', 1_250_003, null], ['85003', '.', 85_003, null],
    ['85,003.00 CR', '.', 85_003, 'credit'], ['85.003,00DB', ',', 85_003, 'debit'], ['85.003 K', ',', 85_003, 'credit'], ['85.003 D', ',', 85_003, 'debit'],
    ['-85,003.00', '.', 85_003, 'debit'], ['(85,003.00)', '.', 85_003, 'debit'], ['85,003.00-', '.', 85_003, 'debit'], ['+Rp85.003', ',', 85_003, 'credit'], ['-Rp 85.003', ',', 85_003, 'debit'],
  ] as const)('%s with decimals behind %s is %d', (text, decimal, amount, direction) => {
    expect(readAmount(text, decimal)).toEqual({ ok: true, amount, direction })
  })

  it.each([['85,003.50', '.'], ['1.250', '.'], ['85,003', ','], ['1e5', '.'], ['=1+1', '.'], ['-85.003 CR', ','], ['(85,003.00', '.'], ['', '.'], ['85,00,3.00', '.'], ['٨٥', '.'], ['--5', '.'], ['85.003,00', '.']] as const)('%s with decimals behind %s is no amount', (text, decimal) => {
    expect(readAmount(text, decimal).ok).toBe(false)
  })
})

describe('dates', () => {
  it.each([
    ['20/11/2026', 'dmy', '2026-11-20', null], ['20-11-26', 'dmy', '2026-11-20', null], ['11/20/2026', 'mdy', '2026-11-20', null], ['2026-11-20', 'dmy', '2026-11-20', null], ['20261120', 'dmy', '2026-11-20', null],
    ['20 November 2026', 'dmy', '2026-11-20', null], ['20 Agustus 2026', 'dmy', '2026-08-20', null], ['20-Des-2025', 'dmy', '2025-12-20', null], ['1 Mei 2026, 14:03', 'dmy', '2026-05-01', '14:03:00'],
    ['20/11/26 14.03.22', 'dmy', '2026-11-20', '14:03:22'], ['2026-11-20T14:03:22', 'ymd', '2026-11-20', '14:03:22'], ['20.11.26', 'dmy', '2026-11-20', null], ['20 Nov 2026 02:03 PM', 'dmy', '2026-11-20', '14:03:00'], ['Jumat, 20 Nov 2026', 'dmy', '2026-11-20', null],
  ] as const)('%s, %s, is %s at %s', (text, order, day, time) => {
    expect(readDate(text, { order, period: null, today: TODAY })).toEqual({ ok: true, day, time })
  })

  it.each(['31/11/2026', '29/02/2026', '13/13/2026', '20/11/1026', 'kemarin', '', '20/11/2026 25:00'])('%s is no day', (text) => {
    expect(readDate(text, { order: 'dmy', period: null, today: TODAY }).ok).toBe(false)
  })

  it('come from a period in words too', () => {
    expect(readPeriod('Periode: 01 November 2026 - 30 November 2026', TODAY)).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  })
})

describe('what nobody can be sure of is left out and said', () => {
  const header = 'Tanggal;Keterangan;Jumlah'
  it.each([
    ['a direction that nothing marks', `${header}\n20/11/2026;Sari;85.003`, ['direction']],
    ['some marked as credits, some not at all', `${header}\n20/11/2026;Sari;85.003 CR\n20/11/2026;Budi;85.004`, ['direction']],
    ['both directions marked, one row not', `${header}\n20/11/2026;Sari;85.003 CR\n20/11/2026;X;1.000 DB\n20/11/2026;Budi;85.004`, ['direction']],
    ['sen', `${header}\n20/11/2026;Bunga;+85.003,55\n20/11/2026;X;-1.000,00`, ['decimals']],
    ['both directions at once', 'Tanggal;Keterangan;Debet;Kredit\n20/11/2026;Sari;85.003;85.003', ['direction']],
    ['a broken day', `${header}\n32/11/2026;Sari;+85.003`, ['date']],
  ])('%s', (_, text, reasons) => expect(problemsOf(text)).toEqual(reasons))

  it.each([['', 'empty'], ['\n\n', 'empty'], ['a,b\0,c', 'binary'], ['halo apa kabar', 'columns'], ['x'.repeat(1_000_000), 'tooLarge'], ['a\n'.repeat(200_000), 'tooManyRows']])('a hostile text is refused: %#', (text, failure) => {
    expect(read(text)).toMatchObject({ ok: false, failure })
  })

  it('a huge cell, a quote that never closes and forty thousand separators harm nobody', () => {
    const started = performance.now()
    const good = '"20/11","TRSF E-BANKING CR SARI","0000","85,003.00","CR","1"'
    expect(entriesOf(`${good}\n"20/11","${'a'.repeat(200_000)}","0000","85,004.00","CR","1"\n"20/11","never closed,"0000"\n${','.repeat(40_000)}\n${good}`).map(({ amount }) => amount)).toEqual([85_003, 85_004, 85_003])
    expect(read('"'.repeat(499_999)).ok).toBe(false)
    expect(read(`${'1'.repeat(400_000)},${'a '.repeat(40_000)},x`).ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('any text at all is read or refused, without an error', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(',', ';', '\n', '"', 'CR', '20/11', '85,003.00', 'Tanggal', 'Keterangan', 'Jumlah', 'PEND'))), (parts) => {
      const reading = read(parts.join(''))
      if (reading.ok) for (const { amount } of reading.statement.entries) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true)
    }))
  })
})

describe('a statement of another bank', () => {
  const text = 'wann|wer|wieviel\n11/20/2026|Sari|85,003.00 CR'
  const mapping: StatementMapping = { delimiter: '|', headerRow: 0, date: 0, description: 1, amount: 2, credit: null, debit: null, type: null, balance: null, dateOrder: 'mdy', decimal: '.' }
  it('is read as the seller told', () => {
    expect(read(text)).toMatchObject({ ok: false, failure: 'columns', sample: { rows: [['wann', 'wer', 'wieviel'], ['11/20/2026', 'Sari', '85,003.00 CR']] } })
    expect(entriesOf(text, mapping)).toEqual([{ day: '2026-11-20', time: null, amount: 85_003, direction: 'credit', description: 'Sari' }])
  })
})

describe('a bank that writes differently than last time', () => {
  const mapping: StatementMapping = { delimiter: ';', headerRow: 3, date: 0, description: 1, amount: null, credit: 3, debit: 2, type: null, balance: null, dateOrder: 'dmy', decimal: ',' }
  const rows = ['20/11/2026;Sari;;85.003', '2026-11-20;Budi;;85.004', '20/11/2026;KOREKSI Sari;85.003;']
  const titles = ['BANK ACEH;;;', 'Nama;SARI;;', 'Mata uang;IDR;;', 'Waktu;Uraian;Pengeluaran;Pemasukan']
  const again = (text: string) => readStatement(text, { today: TODAY, mapping: null, remembered: mapping })

  it('is read as the seller told before', () => {
    expect(again([...titles, ...rows].join('\n'))).toMatchObject({ ok: true, statement: { mapping, problems: [], entries: [{ day: '2026-11-20', amount: 85_003, direction: 'credit' }, { day: '2026-11-20', amount: 85_004 }, { direction: 'debit' }] } })
  })

  it('with fewer titles loses no movement without a word', () => {
    const reading = again([...titles.slice(2), ...rows].join('\n'))
    expect(reading.ok && [reading.statement.entries.length, reading.statement.problems]).toEqual([1, [{ line: 3, text: '20/11/2026 · Sari ·  · 85.003', reason: 'aboveNames' }, { line: 4, text: '2026-11-20 · Budi ·  · 85.004', reason: 'aboveNames' }]])
  })

  it('in which nothing can be read so is guessed anew, or the seller is asked', () => {
    expect(again('20/11,TRSF SARI,0000,"85,003.00",CR,1\n20/11,TRSF BUDI,0000,"85,004.00",CR,1')).toMatchObject({ ok: true, statement: { entries: [{ amount: 85_003 }, { amount: 85_004 }] } })
    expect(again([...titles, ...rows].join('\n').replaceAll(';', '\t'))).toMatchObject({ ok: false, failure: 'columns', sample: { delimiter: '\t' } })
  })

  it('keeps to the day first where some days begin with a year', () => {
    expect(entriesOf(['Tanggal;Keterangan;Debet;Kredit', '2026-11-20;A;;85.003,00', '03/11/2026;B;;85.004,00'].join('\n')).map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-03'])
  })

  it('shows where the names stand, below many titles, and how days and amounts are written', () => {
    const reading = read([...Array.from({ length: 14 }, (_, line) => `Judul ${line};;;`), 'Waktu;Uraian;Keluar;Masuk', '11/20/2026;Sari;;85,003.00'].join('\n'))
    expect(reading.sample && guessFrame(reading.sample.rows)).toEqual({ headerRow: 14, dateOrder: 'mdy', decimal: '.' })
    expect(guessFrame([['a', 'b']])).toEqual({ headerRow: 0, dateOrder: 'dmy', decimal: '.' })
  })
})

describe('encodings', () => {
  const text = '"20/11","TRSF – Café","0000","85,003.00","CR","1"'
  const utf16 = (bom: boolean, big: boolean) => {
    const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  it.each([
    ['UTF-8', Buffer.from(text)], ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)], ['UTF-16', utf16(true, false)], ['UTF-16 without a mark', utf16(false, false)], ['UTF-16, the other way round', utf16(true, true)],
    ['Windows-1252', Buffer.from(text.replace('–', '\u0096'), 'latin1')],
  ])('%s', (_, bytes) => expect(entriesOf(decodeText(bytes))).toMatchObject([{ amount: 85_003, description: 'TRSF – Café' }]))
})
