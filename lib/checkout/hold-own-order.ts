import 'server-only'
import { inTransaction } from '@/lib/database/sql'
import type { ShippingAddress } from '@/lib/order/views'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { Rail } from '@/lib/payment/port'
import { largestCode, signedCode, type CodeWay } from '@/lib/payment/unique-code'
import type { ReceivingKind } from '@/lib/receiving/views'
import { oneAtATime } from '@/lib/platform/one-at-a-time'
import { limitsOf } from './choice'
import { findFreeCode, insertHeldOrder, lockAccountInUse, type Held, type HeldOrder } from './hold/store'
import type { CheckoutLink } from './views'

type OwnWish = {
  link: Pick<CheckoutLink, 'merchantId' | 'currency' | 'shop' | 'accountsOff'>
  rail: Rail
  kind: ReceivingKind
  /** Null: the shop's oldest of this kind that the link takes. */
  accountId: string | null
  shippingAddress: ShippingAddress | null
  order: Omit<HeldOrder, 'instructions' | 'own'>
}

/**
 * Holds a place for an order that is paid to the shop itself. The account is read here, whatever the page said,
 * and nobody changes it before the order is written; who wants a unique code of the same account waits meanwhile.
 * @returns `accountGone` when customers cannot pay to it now, `notForAmount` when it does not take this price
 */
export async function holdOwnOrder(wish: OwnWish): Promise<Held | 'accountGone' | 'notForAmount'> {
  const { link, rail, kind } = wish
  if (rail.capabilities.uniqueCode === null) return await hold(wish)
  return await oneAtATime(`payment codes ${link.merchantId} ${kind}`, async () => await hold(wish))
}

async function hold({ link, rail, kind, accountId, shippingAddress, order }: OwnWish): ReturnType<typeof holdOwnOrder> {
  const { price, paymentMethod, at } = order
  // Codes are rupiah: three digits that nobody misses. Nothing abroad would tell one order from another by a cent.
  const way = link.currency === 'IDR' ? rail.capabilities.uniqueCode : null
  return await inTransaction(async (on) => {
    const account = await lockAccountInUse(on, { merchantId: link.merchantId, kind, id: accountId, except: link.accountsOff }, { isAlone: way !== null })
    if (!account) return 'accountGone'
    const limits = limitsOf(paymentMethod, link.currency, account)
    if (price < limits.minimum || price > limits.maximum) return 'notForAmount'
    const uniqueCode = way === null ? 0 : await freeCode({ accountId: account.id, price, way, paymentMethod, at })
    const instructions = await rail.start({ method: paymentMethod, amount: price + uniqueCode, currency: link.currency, shopName: link.shop.name, account })
    const own = { accountId: account.id, uniqueCode, needsMatching: way !== null && uniqueCode === 0, shippingAddress }
    return await insertHeldOrder({ ...order, instructions, own }, on)

    async function freeCode(wish: { accountId: string; price: number; way: CodeWay; paymentMethod: PaymentMethod; at: Date }): Promise<number> {
      const largest = largestCode({ price, way: wish.way, maximum: limitsOf(wish.paymentMethod, link.currency).maximum })
      const code = largest === 0 ? null : await findFreeCode(on, { ...wish, largest })
      return code === null ? 0 : signedCode(code, wish.way)
    }
  })
}
