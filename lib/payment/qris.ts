/**
 * QRIS, Indonesia's form of the EMVCo merchant-presented QR code: flat tag-length-value text,
 * closed by a CRC. Source: EMV QRCPS Merchant-Presented Mode v1.1 §3.4 and §4; Bank Indonesia's QRIS
 * adds template 51 with the National Merchant ID (NMID).
 */

export type QrisField = readonly [tag: string, value: string]

export type Qris = {
  /** As it was read, without blanks around it. */
  payload: string
  /** Without an amount and payable again and again (tag 01 is 11): the code on a shop's wall. */
  isStatic: boolean
  merchantName: string
  city: string
  /** National merchant id: usually `ID` and 13 digits. */
  nmid: string
  /** Whole rupiah, as it stands in the code; null: whoever pays types it. */
  amount: number | null
}

/** Why a text is no QRIS code that money can be sent to. */
export type QrisProblem =
  /** Not the form of such a code at all. */
  | 'unreadable'
  /** The checksum is not the text's: a character is missing or wrong. */
  | 'checksum'
  /** A code of another country or currency. */
  | 'notIndonesia'
  /** No National Merchant ID, or nobody's name: not a merchant's QRIS. */
  | 'noMerchant'

export type QrisReading = { ok: true; qris: Qris } | { ok: false; reason: QrisProblem }

/** EMVCo allows 512 characters. */
const LONGEST = 512

/** Reads what a QR code says, and believes nothing of it that its checksum does not confirm. */
export function readQris(text: string): QrisReading {
  const payload = text.trim()
  const fields = payload.length <= LONGEST ? parseFields(payload) : null
  if (!fields || fields[0]?.join('') !== '0001' || fields.at(-1)?.[0] !== '63') return { ok: false, reason: 'unreadable' }
  if (fields.at(-1)?.[1] !== crc16(payload.slice(0, -4))) return { ok: false, reason: 'checksum' }
  const values = new Map(fields)
  // The same tag twice would let two readers see two different codes.
  if (values.size !== fields.length) return { ok: false, reason: 'unreadable' }
  if (values.get('53') !== '360' || values.get('58') !== 'ID') return { ok: false, reason: 'notIndonesia' }
  const merchantName = values.get('59')?.trim() ?? ''
  const nmid = nmidOf(fields)
  if (merchantName === '' || nmid === null) return { ok: false, reason: 'noMerchant' }
  const amount = values.get('54')
  if (amount !== undefined && !/^\d{1,13}(\.\d{0,2})?$/.test(amount)) return { ok: false, reason: 'unreadable' }
  return {
    ok: true,
    qris: { payload, isStatic: values.get('01') !== '12' && amount === undefined, merchantName, city: values.get('60')?.trim() ?? '', nmid, amount: amount === undefined ? null : Number(amount) },
  }
}

/** Tags 26 to 51 say whose account it is; the one of QRIS itself carries the NMID. */
function nmidOf(fields: readonly QrisField[]): string | null {
  for (const [tag, value] of fields) {
    if (tag < '26' || tag > '51') continue
    const inner = new Map(parseFields(value) ?? [])
    const nmid = inner.get('02')
    if (inner.get('00') === 'ID.CO.QRIS.WWW' && nmid !== undefined && /^[A-Z0-9]{5,20}$/.test(nmid)) return nmid
  }
  return null
}

/** An amount, and what a customer would add as a tip: what was there before goes. */
const REPLACED = new Set(['54', '55', '56', '57'])

/**
 * The same merchant's code with an amount inside, so that nobody has to type it: tag 01 becomes 12,
 * tag 54 stands before 58, tips are left out, the checksum is new.
 * @param amount whole rupiah, at least 1
 * @throws RangeError for a code that {@link readQris} does not read, or an amount that no code takes
 */
export function withAmount(payload: string, amount: number): string {
  const reading = readQris(payload)
  if (!reading.ok) throw new RangeError(`not a QRIS code: ${reading.reason}`)
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > 9_999_999_999_999) throw new RangeError('a QRIS code takes 1 to 9,999,999,999,999 rupiah')
  const kept = (parseFields(reading.qris.payload) ?? []).filter(([tag]) => tag !== '63' && tag !== '01' && !REPLACED.has(tag))
  const fields = kept.flatMap(([tag, value]): QrisField[] => {
    if (tag === '00') return [[tag, value], ['01', '12']]
    return tag === '58' ? [['54', String(amount)], [tag, value]] : [[tag, value]]
  })
  return closed(buildFields(fields))
}

export type QrisRequest = {
  /** Whole rupiah. */
  amount: number
  merchantName: string
  city: string
  nmid: string
}

/** A dynamic code with its amount inside. The name is cut to EMVCo's 25 characters of plain Latin text. */
export function buildQris({ amount, merchantName, city, nmid }: QrisRequest): string {
  return closed(buildFields([
    ['00', '01'], ['01', '12'], ['51', buildFields([['00', 'ID.CO.QRIS.WWW'], ['02', nmid], ['03', 'UMI']])], ['52', '5999'], ['53', '360'],
    ['54', String(amount)], ['58', 'ID'], ['59', plain(merchantName, 25)], ['60', plain(city, 15)],
  ]))
}

/** Tag, two digits of length in characters, value; null for text of any other form. */
export function parseFields(text: string): QrisField[] | null {
  const fields: QrisField[] = []
  for (let at = 0; at < text.length; ) {
    const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4))
    if (!head?.[1]) return null
    const from = at + 4
    at = from + Number(head[2])
    if (at > text.length || at === from) return null
    fields.push([head[1], text.slice(from, at)])
  }
  return fields
}

/** @throws RangeError for a value that is empty or longer than its two digits can say */
export function buildFields(fields: readonly QrisField[]): string {
  return fields.map(([tag, value]) => {
    if (value.length < 1 || value.length > 99) throw new RangeError(`field ${tag} has ${value.length} characters`)
    return tag + String(value.length).padStart(2, '0') + value
  }).join('')
}

function closed(body: string): string {
  return `${body}6304${crc16(`${body}6304`)}`
}

/** CRC-16/CCITT-FALSE over the text's bytes, four capital hexadecimal digits. Check value: "123456789" → 29B1. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
    crc &= 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

function plain(text: string, max: number): string {
  const latin = text.normalize('NFKD').replaceAll(/[^ -~]/g, '').trim().toUpperCase()
  return latin.slice(0, max).trim() || 'TOKO'
}
