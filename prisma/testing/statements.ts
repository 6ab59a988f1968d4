import type { StatementEntry } from '@/lib/statement/views'

/** Statements as banks' exports are known to look, written from movements that a test made up. */

export type Movement = Omit<StatementEntry, 'line'>
export const BANKS = ['bca', 'bcaBusiness', 'mandiri', 'bri', 'bni', 'jago'] as const
export type Bank = (typeof BANKS)[number]

export type Random = () => number

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items.map((item) => ({ item, key: random() })).toSorted((a, b) => a.key - b.key).map(({ item }) => item)
}

const english = (amount: number) => `${amount.toLocaleString('en-US')}.00`
const indonesian = (amount: number) => `${amount.toLocaleString('id-ID')},00`
const short = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
const quoted = (cells: readonly string[], delimiter = ',') => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)

/** @param period the days that it covers, YYYY-MM-DD */
export function statementOf(bank: Bank, movements: readonly Movement[], period: { from: string; to: string }): string {
  return WRITERS[bank](movements, period).join(bank === 'jago' ? '\n' : '\r\n')
}

type Writer = (movements: readonly Movement[], period: { from: string; to: string }) => string[]

const mark = ({ direction }: Movement) => (direction === 'credit' ? 'CR' : 'DB')

const WRITERS: Record<Bank, Writer> = {
  bca: (movements, { from, to }) => [
    '"No. rekening : 1234567890"', '"Nama : SARI WULANDARI"', `"Periode : ${short(from)}/${from.slice(0, 4)} - ${short(to)}/${to.slice(0, 4)}"`, '"Kode Mata Uang : IDR"', '',
    '"Tanggal","Keterangan","Cabang","Jumlah","","Saldo"',
    ...movements.map((movement) => quoted([short(movement.day), movement.description, '0000', english(movement.amount), mark(movement), '1,000,000.00'])),
    '"PEND","TRSF E-BANKING CR BUDI","0000","85,001.00","CR","1,000,000.00"',
    '"Saldo Awal : 900,000.00"', '"Mutasi Kredit : 1,000,000.00 9"', '"Saldo Akhir : 1,900,000.00"',
  ],
  bcaBusiness: (movements, { from, to }) => [
    'Informasi Rekening - Mutasi Rekening', '', 'No. rekening,=,1234567890', `Periode,=,${short(from)}/${from.slice(0, 4)} - ${short(to)}/${to.slice(0, 4)}`, '',
    'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo',
    ...movements.map((movement) => `'${short(movement.day)},${quoted([movement.description])},'0000,"${english(movement.amount)} ${mark(movement)}","1,000,000.00"`),
    'Saldo Awal,=,"900,000.00"', 'Mutasi Debet,=,"85,003.00"', 'Saldo Akhir,=,"1,900,000.00"',
  ],
  mandiri: (movements) => [
    'Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit,',
    ...movements.map((movement) => `1230001234567,${short(movement.day)}/${movement.day.slice(2, 4)},${short(movement.day)}/${movement.day.slice(2, 4)},6201,${quoted([movement.description])},,99,${movement.direction === 'debit' ? `"${english(movement.amount)}",.00` : `.00,"${english(movement.amount)}"`},`),
  ],
  bri: (movements) => [
    'NOREK;TGL_TRAN;TGL_EFEKTIF;JAM_TRAN;DESK_TRAN;SALDO_AWAL_MUTASI;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI',
    ...movements.map(({ day, description, direction, amount }) => ['0001', `${day} 00:00:00`.slice(0, 10), day, '140322', quoted([description]), '1.00', direction === 'debit' ? `${amount}.00` : '0.00', direction === 'credit' ? `${amount}.00` : '0.00', '1.00'].join(';')),
  ],
  bni: (movements) => [
    'Laporan Mutasi BNI', `Period,${'01-11-2026'}`,
    '"Post Date","Value Date","Branch","Journal No.","Description","Amount","Db/Cr","Balance"',
    ...movements.map((movement) => quoted([`${movement.day.slice(8)}/${movement.day.slice(5, 7)}/${movement.day.slice(2, 4)} ${(movement.time ?? '00:00:00').replaceAll(':', '.')}`, short(movement.day), '985', '123456', movement.description, english(movement.amount), movement.direction === 'credit' ? 'K' : 'D', '1,000.00'])),
  ],
  jago: (movements) => [
    'Tanggal & Waktu\tSumber/Tujuan\tRincian Transaksi\tJumlah\tSaldo',
    ...movements.map(({ day, time, description, direction, amount }) => [`${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)} ${(time ?? '00:00:00').slice(0, 5)}`, description, 'Transfer', `${direction === 'credit' ? '+' : '-'}${indonesian(amount)}`, indonesian(1_000_000)].join('\t')),
  ],
}

/** Whether its statements tell the time of the day. */
export const tellsTime = (bank: Bank): boolean => bank === 'bni' || bank === 'jago'
