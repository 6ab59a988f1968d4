import { placesLeft } from '@/lib/link/status'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatDay } from './format-moment'

const FEW = 10
const SOON_IN_MS = 30 * 24 * 60 * 60_000

/** `Tinggal 8 dari 20 · sampai Minggu 30 Nov`; null when neither matters yet. */
export function availabilityText(link: CheckoutLink, { wording, at }: { wording: Wording; at: Date }): string | null {
  const { t } = wording
  const { usageLimit, expiresAt, shop } = link
  const left = placesLeft(link)
  const isFew = usageLimit !== null && usageLimit > 1 && left !== null && (left <= FEW || left * 2 <= usageLimit)
  const isSoon = expiresAt !== null && expiresAt.getTime() - at.getTime() < SOON_IN_MS
  const parts = [
    isFew && t('left', { left: grouped(left), limit: grouped(usageLimit) }),
    isSoon && t('until', { when: formatDay(expiresAt, { now: at, wording, timeZone: shop.timeZone }) }),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const grouped = (count: number) => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.')
