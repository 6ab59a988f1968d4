import type { CheckoutShop } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { isSameName } from '@/lib/payment/qris-name'

/** Why an app shows another name than the shop's: its QRIS code is registered so. Nothing where they are the same. */
export function OtherNames({ wording: { t }, shop, qrisNames }: { wording: Wording; shop: Pick<CheckoutShop, 'name'>; qrisNames: readonly string[] }) {
  return qrisNames
    .filter((name) => !isSameName(name, shop.name))
    .map((name) => <p key={name} className="mt-2 text-left text-sm break-words text-warn">{t('own.qris.otherName', { name, shop: shop.name })}</p>)
}
