/**
 * QRIS, Indonesia's form of the EMVCo merchant-presented QR code: flat tag-length-value text,
 * closed by a CRC. Source: EMV QRCPS Merchant-Presented Mode v1.1 §3.4 and §4.
 */
export type QrisRequest = {
  /** Whole rupiah. */
  amount: number
  merchantName: string
  city: string
  /** National merchant id: `ID` and 13 digits. */
  nmid: string
}

/** A dynamic code with its amount inside. The name is cut to EMVCo's 25 characters of plain Latin text. */
export function buildQris({ amount, merchantName, city, nmid }: QrisRequest): string {
  const account = field('00', 'ID.CO.QRIS.WWW') + field('02', nmid) + field('03', 'UMI')
  const body = [
    field('00', '01'),
    field('01', '12'),
    field('51', account),
    field('52', '5999'),
    field('53', '360'),
    field('54', String(amount)),
    field('58', 'ID'),
    field('59', plain(merchantName, 25)),
    field('60', plain(city, 15)),
  ].join('')
  const open = `${body}6304`
  return open + crc16(open)
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

function field(tag: string, value: string): string {
  return tag + String(value.length).padStart(2, '0') + value
}

function plain(text: string, max: number): string {
  const latin = text.normalize('NFKD').replaceAll(/[^ -~]/g, '').trim().toUpperCase()
  return latin.slice(0, max).trim() || 'TOKO'
}
