import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import type { ClosedReason } from '@/lib/link/status'
import { formatClock, formatDay, formatMoment } from './format-moment'

type Facts = { wording: Wording; link: CheckoutLink; reason: ClosedReason; freesAt: Date | null; at: Date }

const HALF_DAY_IN_MS = 12 * 60 * 60_000

/** Why a link cannot be paid now, in words. */
export function closedText({ wording, link, reason, freesAt, at }: Facts): { title: string; text: string } {
  const { t } = wording
  const place = { wording, timeZone: link.shop.timeZone }
  switch (reason) {
    case 'soldOut':
      return link.usageLimit === 1
        ? { title: t('closed.paidOnce'), text: t('closed.paidOnceText') }
        : { title: t('closed.soldOut'), text: t('closed.soldOutText', { limit: new Intl.NumberFormat(wording.locale).format(link.usageLimit ?? 0) }) }
    case 'allHeld': {
      const isNear = freesAt !== null && freesAt.getTime() - at.getTime() < HALF_DAY_IN_MS
      const time = freesAt && (isNear ? formatClock(freesAt, place) : formatDay(freesAt, { ...place, now: at }))
      return { title: t('closed.allHeld'), text: time ? t('closed.allHeldUntil', { time }) : t('closed.allHeldText') }
    }
    case 'expired':
      return { title: t('closed.expired'), text: t('closed.expiredText', { when: link.expiresAt ? formatMoment(link.expiresAt, place) : '' }) }
    case 'scheduled':
      return { title: t('closed.scheduled'), text: t('closed.scheduledText', { when: link.startsAt ? formatMoment(link.startsAt, place) : '' }) }
    case 'paused':
      return { title: t('closed.paused'), text: t('closed.pausedText') }
    case 'deleted':
      return { title: t('closed.deleted'), text: t('closed.deletedText') }
  }
}
