import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import type { LinkItem } from '@/lib/link/views'
import { whatsappNumber } from '@/lib/link/whatsapp-number'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { wordingOf, type Wording } from '@/lib/i18n/wording'
import { askedAmount } from '@/lib/order/asked-amount'
import type { Instructions } from '@/lib/payment/instructions'
import { env } from '@/lib/platform/env'
import type { Mode } from '@/lib/shop/scope'
import { formatMoment } from '../format-moment'
import { harmlessText, shortened } from '../harmless-text'
import type { LabelledText, Letter } from '../letter'

export type LetterShop = { name: string; phone: string | null; timeZone: string }

/** What every letter of a shop is made with; everything that a person typed goes through `clean`. */
export type Desk = {
  locale: Locale
  wording: Wording
  t: Wording['email']
  shop: string
  clean: (text: string) => string
  moment: (at: Date) => string
  /** Starts a letter with what all of a shop's letters have in common. */
  begin: (letter: Pick<Letter, 'subject' | 'preheader' | 'title' | 'intro' | 'footer'>) => Letter
  /** How customers reach the shop. */
  contact: Letter['contact']
}

/** Readers see a dozen words of a name; a whole novel would be somebody's joke. */
const NAME_MAX = 110

export function deskOf({ shop, mode, locale: wanted }: { shop: LetterShop; mode: Mode; locale: string }): Desk {
  const locale = isLocale(wanted) ? wanted : 'id'
  const wording = wordingOf(locale)
  const t = wording.email
  const clean = (text: string) => shortened(harmlessText(text), NAME_MAX)
  const name = clean(shop.name)
  return {
    locale,
    wording,
    t,
    shop: name,
    clean,
    moment: (at) => formatMoment(at, { locale, timeZone: shop.timeZone }),
    contact: contactOf(shop.phone, t('ask', { shop: name })),
    begin: ({ subject, ...rest }) => ({
      ...blank(locale),
      ...rest,
      sender: name,
      isTest: mode === 'test',
      subject: mode === 'test' ? `${t('testPrefix')} ${subject}` : subject,
    }),
  }
}

export function blank(locale: Locale): Letter {
  return {
    locale, subject: '', preheader: '', sender: wordingOf(locale).appName, isTest: false, badge: null, title: '', intro: '', amount: null,
    codes: [], facts: [], action: null, closing: [], contact: null, footer: '',
    logo: null, accent: null, greeting: [], more: null, signOff: [], values: {},
  }
}

/** `2 × Kerudung dan 3 lainnya`; what is taken off is no item, see {@link itemFacts}. */
export function itemsText({ t, clean }: Pick<Desk, 't' | 'clean'>, items: readonly LinkItem[]): string {
  const [item, ...others] = items.filter(({ price }) => price >= 0)
  if (!item) return ''
  const first = `${item.quantity > 1 ? `${item.quantity} × ` : ''}${clean(item.name)}`
  return others.length > 0 ? t('more', { first, count: others.length }) : first
}

/** What is sold, and each discount by its name. */
export function itemFacts(desk: Pick<Desk, 't' | 'clean'>, items: readonly LinkItem[], currency: Currency): LabelledText[] {
  const sold = itemsText(desk, items)
  const discounts = items.filter(({ price }) => price < 0)
  return [
    ...(sold ? [{ label: desk.t('labels.item'), value: sold }] : []),
    ...discounts.map(({ name, price, quantity }) => ({ label: desk.clean(name), value: money(price * quantity, currency) })),
  ]
}

/** Why the amount is not the price. */
export function codeFacts({ wording: { t } }: Pick<Desk, 'wording'>, { uniqueCode, currency }: { uniqueCode: number; currency: Currency }): LabelledText[] {
  return uniqueCode === 0 ? [] : [{ label: t('own.uniqueCode'), value: money(uniqueCode, currency) }]
}

/** What was asked, where a shop took another amount. */
export function askedFacts({ t }: Pick<Desk, 't'>, order: { amount: number; items: readonly LinkItem[]; uniqueCode: number; currency: Currency }): LabelledText[] {
  const asked = askedAmount(order)
  return asked === order.amount ? [] : [{ label: t('labels.asked'), value: money(asked, order.currency) }]
}

/** What a customer is called who told no name. */
export function nameText({ t, clean }: Pick<Desk, 't' | 'clean'>, name: string): string {
  return clean(name) || t('labels.customer')
}

export function codesOf(instructions: Instructions, { t, clean }: Pick<Desk, 't' | 'clean'>): LabelledText[] {
  switch (instructions.kind) {
    case 'virtualAccount':
      return [{ label: t('labels.virtualAccount'), value: instructions.number }]
    case 'bill':
      return [
        { label: t('labels.billerCode'), value: instructions.billerCode },
        { label: t('labels.billKey'), value: instructions.billKey },
      ]
    case 'storeCode':
      return [{ label: t('labels.storeCode'), value: instructions.code }]
    case 'transfer':
      return [{ label: `${clean(instructions.bank)} · ${clean(instructions.holder)}`, value: clean(instructions.number) }]
    case 'qr':
    case 'card':
    case 'ownQr':
    case 'delivery':
    case 'custom':
      return []
  }
}

export const money = (amount: number, currency: Currency): string => formatMoney(amount, currency)

/** An address of ours; its parts cannot lead anywhere else. */
export function addressOf(...parts: string[]): string {
  return new URL(`/${parts.map(encodeURIComponent).join('/')}`, env().APP_URL).href
}

function contactOf(phone: string | null, text: string): Letter['contact'] {
  const shown = harmlessText(phone ?? '')
  if (!shown) return null
  const number = whatsappNumber(shown)
  return { text, phone: shown, url: number && `https://wa.me/${number}` }
}
