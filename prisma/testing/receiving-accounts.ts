import { prisma } from '@/lib/database/client'
import { newRowId } from '@/lib/platform/ids'
import type { ReceivingAccount, ReceivingDetails } from '@/lib/receiving/views'
import { mintScope, type MerchantScope } from '@/lib/shop/scope'
import { DETAILS } from './account-details'
import { NOON } from './factories'

const LABELS = { bank: 'BCA Melati', qris: 'QRIS', cod: 'Bayar di tempat', custom: 'Titip warung' } as const

/** The same shop, where real money moves. */
export const liveScope = ({ merchantId, userId }: MerchantScope): MerchantScope => mintScope({ merchantId, userId, mode: 'live' })

type Overrides = Partial<Omit<ReceivingAccount, 'id' | 'details'>> & { details?: ReceivingDetails }

/** Each is a millisecond younger than the one before: that is the order in which customers see them. */
let made = 0

/** A way of a shop to be paid that customers can use; changed long ago unless said otherwise. */
export async function makeAccount(scope: MerchantScope, kind: ReceivingDetails['kind'], overrides: Overrides = {}): Promise<ReceivingAccount> {
  const aWeekAgo = new Date(NOON.getTime() - 7 * 86_400_000)
  const account: ReceivingAccount = {
    id: newRowId(Date.now()), label: LABELS[kind], details: DETAILS[kind], isOn: true, minimumAmount: null, maximumAmount: null, changedAt: aWeekAgo, createdAt: new Date(aWeekAgo.getTime() + made++), ...overrides,
  }
  const { minimumAmount, maximumAmount, details, ...row } = account
  const limit = (amount: number | null) => (amount === null ? null : BigInt(amount))
  await prisma.receivingAccount.create({ data: { ...row, merchantId: scope.merchantId, kind, details, minimumAmount: limit(minimumAmount), maximumAmount: limit(maximumAmount) } })
  return account
}
