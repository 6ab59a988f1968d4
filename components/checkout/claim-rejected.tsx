import type { CheckoutOrder } from '@/lib/checkout/views'
import { isRejectReason } from '@/lib/claim/schema'
import type { Wording } from '@/lib/i18n/wording'
import { Notice } from './notice'

/** Why the shop did not take what was sent as a payment; nothing while it did not say so. */
export function ClaimRejected({ wording: { t }, order: { claim, shop } }: { wording: Wording; order: CheckoutOrder }) {
  if (claim?.state !== 'rejected' || !claim.reason) return null
  return (
    <Notice tone="warn">
      <p>{t('claim.rejected', { shop: shop.name })}</p>
      <p className="mt-1 break-words" dir="auto">{isRejectReason(claim.reason) ? t(`claim.reasons.${claim.reason}`) : claim.reason}</p>
    </Notice>
  )
}
