import 'server-only'
import { harmlessText, shortened } from '@/lib/email/harmless-text'
import { formatMoment } from '@/lib/email/format-moment'
import type { Locale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import type { LinkItem } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import { linkStatus, type LinkStatus } from '@/lib/link/status'
import { askedAmount } from '@/lib/order/asked-amount'
import { isOpen, orderStatus } from '@/lib/order/status'
import { isOwn } from '@/lib/payment/instructions'
import { env } from '@/lib/platform/env'
import type { Line, PaperDocument, Total } from './document'
import type { DocumentKind } from './rules'
import { SCRIPTS } from './scripts'
import type { DocumentCustomer, DocumentShop, LinkFacts, OrderFacts } from './views'

type Part = Pick<PaperDocument, 'shop' | 'customer' | 'columns' | 'page' | 'unprintable' | 'scripts' | 'closing' | 'locale' | 'at' | 'testRibbon'>

/** What everybody can be expected to read of one field. */
const clean = (text: string, max = 500): string => shortened(harmlessText(text), max)

/** An order's receipt or invoice. @param at when it is made */
export function composeOrderDocument(facts: OrderFacts, { kind, locale, at }: { kind: DocumentKind; locale: Locale; at: Date }): PaperDocument {
  const { documents: t, methodName } = wordingOf(locale)
  const { order, money, moment } = toolsOf(facts, locale)
  const refunded = order.refunds.reduce((sum, { amount }) => sum + amount, 0)
  const method = isOwn(order.instructions) ? clean(order.instructions.label) : methodName(order.paymentMethod)
  const isReceipt = kind === 'receipt'
  const now = orderStatus(order, at)
  const isLate = now === 'paid_late'
  const isClosed = !isReceipt && !isOpen(now)
  const common = commonParts(facts, { locale, at })
  return {
    ...common,
    kind,
    title: t(`${kind}.title`),
    status: isReceipt ? receiptStatus() : invoiceStatus(),
    facts: [
      { label: t('number'), value: order.orderId },
      { label: t('orderedAt'), value: moment(order.createdAt) },
      ...(isReceipt && order.paidAt ? [{ label: t('paidAt'), value: moment(order.paidAt) }] : []),
      ...(isReceipt ? [] : [{ label: t('payBefore'), value: moment(order.expiresAt) }]),
      { label: t('method'), value: method },
    ],
    lines: linesOf(order.items, money),
    totals: isReceipt ? receiptTotals() : [...codeTotal(), { label: t(isClosed ? 'asked' : 'toPay'), value: money(order.amount), isStrong: true }],
    refunds: isReceipt && order.refunds.length > 0
      ? {
          heading: t('refunds'),
          rows: order.refunds.map(({ amount, at: when, reason, channel }) => ({
            label: [moment(when), t(`channels.${channel}`), clean(reason, 120)].filter(Boolean).join(' · '), value: money(-amount),
          })),
          rest: { label: t('kept'), value: money(order.amount - refunded), isStrong: true },
        }
      : null,
    notes: isReceipt ? (isLate ? [t('receipt.lateNote')] : []) : [t(isClosed ? 'invoice.closedNote' : 'invoice.note')],
    // Nobody is thanked for what the shop has sent back, or may still send back.
    closing: isReceipt && !isLate && refunded < order.amount ? common.closing : null,
    action: { label: t(isClosed ? 'invoice.closedPage' : `${kind}.page`), url: addressOf('p', order.slug, order.token) },
  }

  function invoiceStatus(): PaperDocument['status'] {
    if (now === 'expired' || now === 'cancelled' || now === 'denied') return { text: t(`status.${now}`), tone: 'neutral' }
    return { text: t('invoice.unpaid'), tone: 'warn' }
  }

  function receiptStatus(): PaperDocument['status'] {
    if (isLate) return { text: t('status.paidLate'), tone: 'warn' }
    if (refunded === 0) return { text: t('status.paid'), tone: 'ok' }
    return { text: t(refunded >= order.amount ? 'status.refunded' : 'status.partlyRefunded'), tone: 'neutral' }
  }

  function codeTotal(): Total[] {
    return order.uniqueCode === 0 ? [] : [{ label: t('uniqueCode'), value: money(order.uniqueCode) }]
  }

  /** What was asked and what came are two lines when they are two amounts. */
  function receiptTotals(): Total[] {
    const paid = { label: t('paid'), value: money(order.amount), isStrong: true }
    const asked = askedAmount(order)
    const difference = order.amount - asked
    if (difference === 0) return [...codeTotal(), paid]
    return [
      ...codeTotal(),
      { label: t('asked'), value: money(asked) },
      paid,
      { label: t(difference < 0 ? 'less' : 'more'), value: money(Math.abs(difference)) },
      ...(order.rest ? [{ label: t('restPaid', { order: order.rest.orderId }), value: money(order.rest.amount) }] : []),
    ]
  }
}

/** The proforma invoice of a link that was made for one customer. */
export function composeLinkDocument(facts: LinkFacts, { locale, at }: { locale: Locale; at: Date }): PaperDocument {
  const { documents: t } = wordingOf(locale)
  const { money, moment } = toolsOf(facts, locale)
  const standing = standingOf(linkStatus(facts, at))
  return {
    ...commonParts(facts, { locale, at }),
    kind: 'invoice',
    title: t('invoice.title'),
    status: ({
      open: { text: t('invoice.unpaid'), tone: 'warn' }, paid: { text: t('status.paid'), tone: 'ok' },
      expired: { text: t('status.expired'), tone: 'neutral' }, paused: { text: t('status.paused'), tone: 'neutral' },
    } as const)[standing],
    facts: [
      { label: t('number'), value: facts.orderId },
      { label: t('date'), value: moment(facts.createdAt) },
      ...(facts.expiresAt ? [{ label: t('payBefore'), value: moment(facts.expiresAt) }] : []),
    ],
    lines: linesOf(facts.items, money),
    totals: [{ label: t(standing === 'open' ? 'toPay' : 'asked'), value: money(facts.amount), isStrong: true }],
    refunds: null,
    notes: [...(facts.description ? [clean(facts.description)] : []), t(({ open: 'invoice.note', paid: 'invoice.paidNote', expired: 'invoice.closedNote', paused: 'invoice.pausedNote' } as const)[standing])],
    closing: null,
    action: { label: t(standing === 'open' ? 'invoice.page' : 'invoice.closedPage'), url: addressOf('p', facts.slug) },
  }
}

/** What an invoice says of a link: who has paid is not asked again, and nobody pays where nobody can. */
function standingOf(status: LinkStatus): 'open' | 'paid' | 'expired' | 'paused' {
  switch (status) {
    case 'soldOut':
      return 'paid'
    case 'deleted':
    case 'expired':
      return 'expired'
    case 'paused':
      return 'paused'
    case 'active':
    case 'scheduled':
      return 'open'
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
    scripts: Object.fromEntries(SCRIPTS.map((script) => [script, t(`scripts.${script}`)])) as PaperDocument['scripts'],
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
