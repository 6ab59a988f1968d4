import 'server-only'
import { rangeText } from '@/lib/checkout/amount-text'
import { harmlessText, shortened } from '@/lib/email/harmless-text'
import { isLocale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { env } from '@/lib/platform/env'
import type { DueMessage } from './store'

/** Long names would make a second SMS of it, which costs twice. */
const SHOP_MAX = 30
const ITEM_MAX = 40

/** A link in one or two lines, in the shop's language. A hard space would make an SMS of 70 characters out of one of 160. */
export function composeSms({ shop, link, mode }: Pick<DueMessage, 'shop' | 'link' | 'mode'>): string {
  const wording = wordingOf(isLocale(shop.locale) ? shop.locale : 'id')
  const amount = rangeText(link, wording) ?? formatMoney(link.amount, link.currency)
  const item = link.title ?? link.items[0]?.name ?? ''
  const text = wording.sending(item ? 'sms.link' : 'sms.linkWithoutItem', {
    shop: clean(shop.name, SHOP_MAX),
    item: clean(item, ITEM_MAX),
    amount,
    url: new URL(`/p/${encodeURIComponent(link.slug)}`, env().APP_URL).href,
  })
  return `${mode === 'test' ? `${wording.email('testPrefix')} ` : ''}${text}`.replaceAll('\u00a0', ' ')
}

const clean = (text: string, max: number): string => shortened(harmlessText(text), max)
