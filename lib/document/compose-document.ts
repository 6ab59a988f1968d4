import 'server-only'
import { harmlessText, shortened } from '@/lib/email/harmless-text'
import { formatMoment } from '@/lib/email/format-moment'
import type { Locale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import type { LinkItem } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { isOwn } from '@/lib/payment/instructions'
import { env } from '@/lib/platform/env'
import type { Line, PaperDocument, Total } from './document'
import type { DocumentKind } from './rules'
import type { DocumentCustomer, DocumentShop, LinkFacts, OrderFacts } from './views'

type Part = Pick<PaperDocument, 'shop' | 'customer' | 'columns' | 'page' | 'unprintable' | 'closing' | 'locale' | 'at' | 'testRibbon'>

/** What everybody can be expected to read of one field. */
const clean = (text: string, max = 500): string => shortened(harmlessText(text), max)

/** An order's receipt or invoice. @param at when it is made */
export function composeOrderDocument(facts: OrderFacts, { kind, locale, at }: { kind: DocumentKind; locale: Locale; at: Date }): PaperDocument {
  const { documents: t, methodName } = wordingOf(locale)
  const { order, money, moment } = toolsOf(facts, locale)
  const refunded = order.refunds.reduce((sum, { amount }) => sum + amount, 0)
  const method = isOwn(order.instructions) ? clean(order.instructions.label) : methodName(order.paymentMethod)
  const isReceipt = kind === 'receipt'
  return {
    ...commonParts(facts, { locale, at }),
    kind,
    title: t(`${kind}.title`),
    status: isReceipt ? receiptStatus() : { text: t('invoice.unpaid'), tone: 'warn' },
    facts: [
      { label: t('number'), value: order.orderId },
      { label: t('orderedAt'), value: moment(order.createdAt) },
      ...(isReceipt && order.paidAt ? [{ label: t('paidAt'), value: moment(order.paidAt) }] : []),
      ...(isReceipt ? [] : [{ label: t('payBefore'), value: moment(order.expiresAt) }]),
      { label: t('method'), value: method },
    ],
    lines: linesOf(order.items, money),
    totals: isReceipt ? receiptTotals() : [...codeTotal(), { label: t('toPay'), value: money(order.amount), isStrong: true }],
    refunds: isReceipt && order.refunds.length > 0
      ? {
          heading: t('refunds'),
          rows: order.refunds.map(({ amount, at: when, reason, channel }) => ({
            label: [moment(when), t(`channels.${channel}`), clean(reason, 120)].filter(Boolean).join(' · '), value: money(-amount),
          })),
          rest: { label: t('kept'), value: money(order.amount - refunded), isStrong: true },
        }
      : null,
    notes: isReceipt ? [] : [t('invoice.note')],
    action: { label: t(`${kind}.page`), url: addressOf('p', order.slug, order.token) },
  }

  function receiptStatus(): PaperDocument['status'] {
    if (refunded === 0) return { text: t('status.paid'), tone: 'ok' }
    return { text: t(refunded >= order.amount ? 'status.refunded' : 'status.partlyRefunded'), tone: 'neutral' }
  }

  function codeTotal(): Total[] {
    return order.uniqueCode === 0 ? [] : [{ label: t('uniqueCode'), value: money(order.uniqueCode) }]
  }

  /** What was asked and what came are two lines when they are two amounts. */
  function receiptTotals(): Total[] {
    const paid = { label: t('paid'), value: money(order.amount), isStrong: true }
    if (order.expectedAmount === null || order.expectedAmount === order.amount) return [...codeTotal(), paid]
    const difference = order.amount - order.expectedAmount
    return [
      ...codeTotal(),
      { label: t('asked'), value: money(order.expectedAmount) },
      paid,
      { label: t(difference < 0 ? 'less' : 'more'), value: money(Math.abs(difference)) },
    ]
  }
}

/** The proforma invoice of a link that was made for one customer. */
export function composeLinkDocument(facts: LinkFacts, { locale, at }: { locale: Locale; at: Date }): PaperDocument {
  const { documents: t } = wordingOf(locale)
  const { money, moment } = toolsOf(facts, locale)
  return {
    ...commonParts(facts, { locale, at }),
    kind: 'invoice',
    title: t('invoice.title'),
    status: { text: t('invoice.unpaid'), tone: 'warn' },
    facts: [
      { label: t('number'), value: facts.orderId },
      { label: t('date'), value: moment(facts.createdAt) },
      ...(facts.expiresAt ? [{ label: t('payBefore'), value: moment(facts.expiresAt) }] : []),
    ],
    lines: linesOf(facts.items, money),
    totals: [{ label: t('toPay'), value: money(facts.amount), isStrong: true }],
    refunds: null,
    notes: [...(facts.description ? [clean(facts.description)] : []), t('invoice.note')],
    action: { label: t('invoice.page'), url: addressOf('p', facts.slug) },
  }
}

function toolsOf<Facts extends { currency: Currency; shop: { timeZone: string } }>(facts: Facts, locale: Locale) {
  return {
    order: facts,
    money: (amount: number) => formatMoney(amount, facts.currency),
    moment: (when: Date) => formatMoment(when, { locale, timeZone: facts.shop.timeZone }),
  }
}

function commonParts({ shop, customer, mode }: { shop: DocumentShop; customer: DocumentCustomer; mode: string }, { locale, at }: { locale: Locale; at: Date }): Part {
  const { documents: t } = wordingOf(locale)
  const buyer = [customer.name, customer.phone ?? '', customer.email ?? ''].map((line) => clean(line, 120)).filter(Boolean)
  return {
    locale,
    at,
    testRibbon: mode === 'test' ? t('testRibbon') : null,
    shop: { name: clean(shop.name), lines: shopLines(shop), logo: shop.logo, accent: shop.accentColor },
    customer: { label: t('to'), lines: buyer.length > 0 ? buyer : [t('anyCustomer')] },
    columns: { item: t('item'), quantity: t('quantity'), price: t('price'), amount: t('amount') },
    closing: shop.thankYou ? clean(shop.thankYou) : t('thanks'),
    page: (number, of) => t('pageOf', { number, of }),
    unprintable: t('unprintable'),
  }
}

function shopLines({ address, phone, supportEmail, website, instagram }: DocumentShop): string[] {
  const { street = '', city = '', province = '', postalCode = '' } = address ?? {}
  const town = [[city, postalCode].filter(Boolean).join(' '), province].filter(Boolean).join(', ')
  const reached = [phone ?? '', supportEmail ?? '', website?.replace(/^https?:\/\//, '').replace(/\/$/, '') ?? '', instagram ? `@${instagram}` : '']
  return [street, town, reached.filter(Boolean).join(' · ')].map((line) => clean(line)).filter(Boolean)
}

function linesOf(items: readonly LinkItem[], money: (amount: number) => string): Line[] {
  return items.map(({ name, sku, price, quantity }) => ({
    item: clean(name), detail: sku ? clean(sku) : '', quantity: String(quantity), price: money(price), amount: money(price * quantity),
  }))
}

function addressOf(...parts: string[]): string {
  return new URL(`/${parts.map(encodeURIComponent).join('/')}`, env().APP_URL).href
}
