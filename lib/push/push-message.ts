import 'server-only'
import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locales'
import { MESSAGES } from '@/lib/i18n/messages'
import { formatMoney } from '@/lib/money/format-money'
import type { CallingNews } from '@/lib/news/news-of-event'
import type { PushMessage } from './views'

/**
 * What a browser shows while the shop's page is closed, also on a locked screen: the amount and the
 * customer's first name, nothing that reaches them.
 */
export function pushMessageOf(id: string, news: CallingNews, locale: Locale): PushMessage {
  const frame = { lang: locale, tag: `news-${id}` }
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'news.push' })
  if (news.type === 'endpoint.disabled') {
    return { ...frame, title: t('endpoint.disabled.title'), body: t(`endpoint.disabled.${news.data.reason}`, { host: hostOf(news.data.url) }), url: '/settings/webhooks' }
  }
  if (news.type === 'slot.freed') {
    const { name, waiting, linkId } = news.data
    return { ...frame, title: t('slot.freed.title', { name }), body: t('slot.freed.body', { count: waiting }), url: `/links/${linkId}` }
  }
  const { amount, currency, customer } = news.data
  const values = { amount: formatMoney(amount, currency), name: firstNameOf(customer) ?? t('aCustomer') }
  return { ...frame, title: t(`${news.type}.title`, values), body: t(`${news.type}.body`, values), url: `/orders/${news.orderId}` }
}

export function testMessage(locale: Locale): PushMessage {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'news.push.test' })
  return { title: t('title'), body: t('body'), lang: locale, tag: 'test', url: '/settings' }
}

/** A customer who gave an e-mail address in place of a name has none. */
function firstNameOf(customer: string): string | null {
  const [first = ''] = customer.trim().split(/\s+/)
  return first === '' || first.includes('@') ? null : first
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
