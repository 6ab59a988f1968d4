'use client'

import { useTranslations } from 'next-intl'
import type { BulkChangeView } from '@/lib/bulk-change/views'

/** What a change did: "12 paused, 3 were already." */
export function useChangeText(): (view: BulkChangeView) => string {
  const t = useTranslations('bulk.change')
  return ({ change, changedCount, alreadyCount, leftCount, cancelledOrders, paidOrders }) =>
    `${[
      t(`changed.${change}`, { count: changedCount }),
      alreadyCount > 0 && t(`already.${change}`, { count: alreadyCount }),
      leftCount > 0 && t('left', { count: leftCount }),
      cancelledOrders > 0 && t('orders', { count: cancelledOrders }),
      paidOrders > 0 && t('paid', { count: paidOrders }),
    ].filter((part) => part !== false).join(', ')}.`
}
