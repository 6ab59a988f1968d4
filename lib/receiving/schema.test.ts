import { describe, expect, it, test } from 'vitest'
import { buildFields, crc16, type QrisField } from '@/lib/payment/qris'
import { BANKS, digitsOf, numberProblem } from './banks'
import { createAccountSchema, qrisProblem, type AccountInput } from './schema'

const bank = { kind: 'bank', bank: 'BCA', number: '123 456-7890', holder: 'Sari Wulandari' } as const
const input = (overrides: Partial<AccountInput> = {}): AccountInput => ({ label: '', details: bank, minimumAmount: '', maximumAmount: '', password: 'x', ...overrides })
const messages = (wish: unknown) => Object.fromEntries((createAccountSchema.safeParse(wish).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

const FIELDS: QrisField[] = [['00', '01'], ['01', '11'], ['51', buildFields([['00', 'ID.CO.QRIS.WWW'], ['02', 'ID1023456789012'], ['03', 'UMI']])], ['52', '5812'], ['53', '360'], ['58', 'ID'], ['59', 'TOKO MELATI'], ['60', 'BANDUNG']]
function codeOf(fields: QrisField[]): string {
  const body = `${buildFields(fields)}6304`
  return body + crc16(body)
}
const withField = (tag: string, value: string) => codeOf(FIELDS.map(([name, old]): QrisField => [name, name === tag ? value : old]))

describe('an account number', () => {
  test.each([
    ['BCA', '1234567890', null], ['bca', '123456789', 'accountLength.10'], ['BCA', '12345678901', 'accountLength.10'], ['Mandiri', '1234567890123', null], ['BRI', '1234567890', 'accountLength.15'],
    ['BPR Sukamaju', '12345', null], ['BPR Sukamaju', '1234', 'accountDigits'], ['BPR Sukamaju', '1'.repeat(21), 'accountDigits'], ['BCA', '12345x7890', 'accountDigits'], ['BCA', '١٢٣٤٥٦٧٨٩٠', 'accountDigits'],
    ['GoPay', '081234567890', null], ['DANA', '6281234567890', null], ['OVO', '1234567890', 'walletNumber'], ['OVO', '08123', 'walletNumber'],
  ])('of %s may be %s: %s', (name, number, problem) => {
    expect(numberProblem(name, number)).toBe(problem)
  })

  it('is kept without what people write between its digits', () => {
    expect(digitsOf(' 123.456-78 90 ')).toBe('1234567890')
    expect(createAccountSchema.parse(input()).details).toEqual({ ...bank, number: '1234567890' })
    expect(createAccountSchema.parse(input({ details: { ...bank, bank: ' bca ' } })).details).toMatchObject({ bank: 'BCA' })
  })

  it('has a message for each length that a bank of the list has, and no bank is listed twice', async () => {
    const { default: errors } = await import('@/lib/i18n/messages/id/errors.json')
    for (const { digits } of BANKS) if (digits) expect(errors.accountLength).toHaveProperty(String(digits))
    expect(new Set(BANKS.map(({ name }) => name.toLowerCase())).size).toBe(BANKS.length)
  })
})

describe('a QRIS code', () => {
  it('of a merchant that is always the same is taken, with blanks around it', () => {
    expect(qrisProblem(codeOf(FIELDS))).toBeNull()
    expect(createAccountSchema.parse(input({ details: { kind: 'qris', payload: ` ${codeOf(FIELDS)}\n` } })).details).toEqual({ kind: 'qris', payload: codeOf(FIELDS) })
  })

  test.each([
    ['', 'required'], ['https://toko.example', 'qris.unreadable'], [codeOf(FIELDS).slice(0, -1), 'qris.unreadable'], [codeOf(FIELDS).replace('MELATI', 'MELATA'), 'qris.checksum'],
    [withField('58', 'TH'), 'qris.notIndonesia'], [withField('53', '840'), 'qris.notIndonesia'], [codeOf(FIELDS.filter(([tag]) => tag !== '51')), 'qris.noMerchant'],
    [withField('01', '12'), 'qris.dynamic'], [codeOf([...FIELDS.slice(0, 5), ['54', '5000'], ...FIELDS.slice(5)]), 'qris.dynamic'],
  ])('%j is refused: %s', (payload, message) => {
    expect(messages(input({ details: { kind: 'qris', payload } }))).toEqual({ 'details.payload': message })
  })

  it('may not be given another name than its own', () => {
    expect(createAccountSchema.safeParse(input({ details: { kind: 'qris', payload: codeOf(FIELDS), merchantName: 'X' } as never })).success).toBe(false)
  })
})

describe('limits', () => {
  it('are rupiah as people type them, or none', () => {
    expect(createAccountSchema.parse(input({ minimumAmount: 'Rp 10.000', maximumAmount: '' }))).toMatchObject({ minimumAmount: 10_000, maximumAmount: null })
  })

  test.each([
    [{ minimumAmount: '0' }, { minimumAmount: 'limitPositive' }], [{ maximumAmount: '-5' }, { maximumAmount: 'limitPositive' }], [{ maximumAmount: '1e3' }, { maximumAmount: 'price.notANumber' }],
    [{ minimumAmount: '20.000', maximumAmount: '10.000' }, { maximumAmount: 'limitsCrossed' }],
  ])('%j are refused: %j', (wish, expected) => {
    expect(messages(input(wish))).toEqual(expected)
  })
})

it('custom instructions need a name and a text, pay on delivery needs neither', () => {
  expect(messages(input({ details: { kind: 'custom', text: ' ' } }))).toEqual({ label: 'required', 'details.text': 'required' })
  expect(messages(input({ details: { kind: 'custom', text: 'Bayar di lapak' } }))).toEqual({ label: 'required' })
  expect(messages(input({ details: { kind: 'cod', note: '' } }))).toEqual({})
})

it('hostile values are refused with a message, or kept as typed', () => {
  const hostile = ['a\u0000b', 'x'.repeat(30_000), '<script>alert(1)</script>', '\u202E', '\uD800', 5, null, {}, []]
  for (const value of hostile) {
    for (const details of [{ ...bank, bank: value }, { ...bank, number: value }, { ...bank, holder: value }, { kind: 'qris', payload: value }, { kind: 'cod', note: value }, { kind: 'custom', text: value }, { kind: value }, value]) {
      const parsed = createAccountSchema.safeParse({ ...input({ label: 'Lapak' }), details })
      if (parsed.success) expect(JSON.stringify(parsed.data.details)).toContain(JSON.stringify(value))
    }
  }
})
