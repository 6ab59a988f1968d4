import 'server-only'
import { sql } from '@/lib/database/sql'
import { wordingOf } from '@/lib/i18n/wording'
import type { OrderEventFacts } from '@/lib/notification/facts'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Letter } from '../letter'
import { paidLate, paymentInstructions, expiryWarning, paymentNotFound, receipt, refund } from '../letters/customer-letters'
import { linkCreated, type NewLinkFacts } from '../letters/link-letter'
import { linkReminder, paymentReminder } from '../letters/reminder-letters'
import { renderEmail } from '../render-email'
import type { Letterhead } from '../store'
import type { CustomerLetter } from './letters'
import { inOwnWords } from './own-words'
import type { LetterText } from './schema'
import { listShopLetters } from './store'
import type { LetterPreview } from './views'

/** How a letter would look with these words: an example order, written and drawn by what writes and draws the real ones. */
export async function previewLetter(scope: MerchantScope, { letter: name, locale, subject, greeting, closing }: LetterText, at: Date): Promise<LetterPreview> {
  const shop = (await listShopLetters(sql, [scope.merchantId])).get(scope.merchantId)
  if (!shop) throw new Error(`no shop ${scope.merchantId}`)
  const { head } = shop
  const letter = exampleOf(name, { facts: exampleFacts(head, { merchantId: scope.merchantId, locale, at }), head: { ...head, locale }, at })
  const words = { letter: name, locale, subject: subject || null, greeting: greeting || null, closing: closing || null }
  const { subject: shown, html } = await renderEmail(inOwnWords(letter, { name, shop: { ...shop, words: [words] } }))
  return { subject: shown, html }
}

type Example = { facts: OrderEventFacts; head: Letterhead; at: Date }

function exampleOf(name: CustomerLetter, { facts, head, at }: Example): Letter {
  const { order } = facts
  switch (name) {
    case 'linkCreated':
      return linkCreated(exampleLink({ facts, head }))
    case 'linkReminder':
      return linkReminder(exampleLink({ facts, head }))
    case 'paymentInstructions':
      return paymentInstructions(facts)
    case 'paymentReminder':
      return paymentReminder(facts)
    case 'expiryWarning':
      return expiryWarning(facts)
    case 'receipt':
      return receipt(facts)
    case 'refund': {
      const given: NonNullable<OrderEventFacts['refund']> = { id: '', number: 1, key: 'R-1', amount: order.amount, reason: wordingOf(head.locale === 'en' ? 'en' : 'id').letters('example.reason'), channel: 'manual', createdAt: at, completedAt: at }
      return refund({ ...facts, order: { ...order, refundedAmount: order.amount }, refund: given, refunds: [given] }) ?? receipt(facts)
    }
    case 'paidLate':
      return paidLate(facts)
    case 'paymentNotFound':
      return paymentNotFound({ ...facts, reason: 'notArrived' })
  }
}

function exampleLink({ facts: { link, order }, head }: Pick<Example, 'facts' | 'head'>): NewLinkFacts {
  const customer = { firstName: wordingOf(head.locale === 'en' ? 'en' : 'id').letters('example.name') }
  return {
    shop: head, mode: 'live',
    link: { slug: link.slug, title: null, description: null, amount: order.amount, openAmount: null, currency: order.currency, items: order.items, customer, startsAt: null, expiresAt: order.expiresAt },
  }
}

const DAY_IN_MS = 24 * 60 * 60_000

function exampleFacts(head: Letterhead, { merchantId, locale, at }: { merchantId: string; locale: 'en' | 'id'; at: Date }): OrderEventFacts {
  const { letters: t } = wordingOf(locale)
  return {
    eventId: '0', type: 'settle', from: 'pending', to: 'paid', actor: 'rail', reason: null, at, mode: 'live',
    merchant: { id: merchantId, slug: '', ...head, locale },
    link: { id: '', orderId: 'INV-1042', slug: 'contoh', name: t('example.item'), notificationUrls: null, customFields: null, metadata: null, hasCustomer: true },
    order: {
      id: '', orderId: 'INV-1042-1763600000000', token: 'contoh', amount: 85_000, uniqueCode: 0, currency: 'IDR', items: [{ name: t('example.item'), price: 85_000, quantity: 1 }],
      paymentMethod: 'bca_va', instructions: { kind: 'virtualAccount', number: '8077 0812 3456 7890' }, customer: { name: '', email: null, phone: null }, locale,
      expiresAt: new Date(at.getTime() + DAY_IN_MS), createdAt: at, paidAt: at, refundedAmount: 0,
    },
    refund: null,
    refunds: [],
  }
}
