import type { ReceivingDetails } from '../../lib/receiving/views'

export type AccountKind = ReceivingDetails['kind']

/** A shop's static code as it hangs on a wall; invented, its checksum is right. */
export const STATIC_QRIS = '00020101021126610014COM.GO-JEK.WWW01189360091430000000010210G0000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5911TOKO MELATI6007JAKARTA61051234062070703A0163043AA6'

export const DETAILS = {
  bank: { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Melati Ayu' },
  qris: { kind: 'qris', payload: STATIC_QRIS, merchantName: 'TOKO MELATI', city: 'JAKARTA', nmid: 'ID1020000000001' },
  cod: { kind: 'cod', note: 'Siapkan uang pas.' },
  custom: { kind: 'custom', text: 'Titip di warung Bu Tini.\nBayar ke https://example.com' },
} as const satisfies Record<ReceivingDetails['kind'], ReceivingDetails>
