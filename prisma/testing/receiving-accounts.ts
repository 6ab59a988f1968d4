import { prisma } from '@/lib/database/client'
import { newRowId } from '@/lib/platform/ids'
import type { ReceivingAccount, ReceivingDetails } from '@/lib/receiving/views'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { NOON } from './factories'

/** A shop's static code as it hangs on a wall; invented, its checksum is right. */
export const STATIC_QRIS = '00020101021126610014COM.GO-JEK.WWW01189360091430000000010210G0000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5911TOKO MELATI6007JAKARTA61051234062070703A0163043AA6'

export const DETAILS = {
  bank: { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Melati Ayu' },
  qris: { kind: 'qris', payload: STATIC_QRIS, merchantName: 'TOKO MELATI', city: 'JAKARTA', nmid: 'ID1020000000001' },
  cod: { kind: 'cod', note: 'Siapkan uang pas.' },
  custom: { kind: 'custom', text: 'Titip di warung Bu Tini.\nBayar ke https://example.com' },
} as const satisfies Record<ReceivingDetails['kind'], ReceivingDetails>

const LABELS = { bank: 'BCA Melati', qris: 'QRIS', cod: 'Bayar di tempat', custom: 'Titip warung' } as const

/** The same shop, where real money moves. */
export const liveScope = ({ merchantId, userId }: MerchantScope): MerchantScope => mintScope({ merchantId, userId, mode: 'live' })

type Overrides = Partial<Omit<ReceivingAccount, 'id' | 'details'>> & { details?: ReceivingDetails }

/** A way of a shop to be paid that customers can use; changed long ago unless said otherwise. */
export async function makeAccount(scope: MerchantScope, kind: ReceivingDetails['kind'], overrides: Overrides = {}): Promise<ReceivingAccount> {
  const aWeekAgo = new Date(NOON.getTime() - 7 * 86_400_000)
  const account: ReceivingAccount = {
    id: newRowId(Date.now()), label: LABELS[kind], details: DETAILS[kind], isOn: true, minimumAmount: null, maximumAmount: null, changedAt: aWeekAgo, createdAt: aWeekAgo, ...overrides,
  }
  const { minimumAmount, maximumAmount, details, ...row } = account
  const limit = (amount: number | null) => (amount === null ? null : BigInt(amount))
  await prisma.receivingAccount.create({ data: { ...row, merchantId: scope.merchantId, kind, details, minimumAmount: limit(minimumAmount), maximumAmount: limit(maximumAmount) } })
  return account
}
