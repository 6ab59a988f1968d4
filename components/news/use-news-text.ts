'use client'

import { useTranslations } from 'next-intl'
import { useCustomerName } from '@/components/shell/use-customer-name'
import type { NewsContent } from '@/lib/news/schema'

/** The sentence of a line; the amount stands beside it. */
export function useNewsText(): (news: NewsContent) => string {
  const t = useTranslations('news.lines')
  const nameOf = useCustomerName()
  return (news) => {
    switch (news.type) {
      case 'endpoint.disabled':
        return t(`endpoint.disabled.${news.data.reason}`, { host: URL.parse(news.data.url)?.host ?? news.data.url })
      case 'slot.freed':
        return t('slot.freed', { name: news.data.name, count: news.data.waiting })
      default:
        return t(news.type, { name: nameOf(news.data.customer) })
    }
  }
}

/** The page that has more to say. */
export const pageOf = (news: NewsContent): string => {
  if (news.type === 'slot.freed') return `/links/${news.data.linkId}`
  return news.orderId === null ? '/settings/webhooks' : `/orders/${news.orderId}`
}
