import type { OrderEventFacts } from '@/lib/notification/facts'
import type { Mode } from '@/lib/shop/scope'
import type { LabelledText, Letter } from '../letter'
import { addressOf, askedFacts, codeFacts, deskOf, itemFacts, itemsText, money, nameText, type Desk, type LetterShop } from './compose'

/** What sellers hear about their shop, in its language. */

type Facts = OrderEventFacts

export function sellerPaid(facts: Facts): Letter {
  const desk = deskOfSeller(facts)
  const { t, wording } = desk
  const { order } = facts
  const amount = money(order.amount, order.currency)
  const items = itemsText(desk, order.items)
  return {
    ...begin(desk, {
      subject: t('sellerPaid.subject', { amount, customer: nameText(desk, order.customer.name) }),
      preheader: t('sellerPaid.preheader', { item: items, method: wording.methodName(order.paymentMethod) }),
      title: t('sellerPaid.title'),
      intro: t('sellerPaid.intro'),
    }),
    badge: { tone: 'ok', text: t('sellerPaid.badge') },
    amount: { label: t('labels.received'), value: amount },
    facts: [...about(desk, facts), ...askedFacts(desk, order), { label: t('labels.paidAt'), value: desk.moment(order.paidAt ?? facts.at) }, ...which(desk, facts)],
    action: { label: t('sellerPaid.action'), url: addressOf('orders', order.id) },
  }
}

/** Money came for a closed order: the seller decides. */
export function sellerNeedsLook(facts: Facts): Letter {
  const desk = deskOfSeller(facts)
  const { t } = desk
  const { order } = facts
  const amount = money(order.amount, order.currency)
  const customer = nameText(desk, order.customer.name)
  return {
    ...begin(desk, {
      subject: t('sellerNeedsLook.subject', { amount, customer }),
      preheader: t('sellerNeedsLook.preheader'),
      title: t('sellerNeedsLook.title'),
      intro: t('sellerNeedsLook.intro', { customer }),
    }),
    badge: { tone: 'bad', text: t('sellerNeedsLook.badge') },
    amount: { label: t('labels.received'), value: amount },
    facts: [...about(desk, facts), { label: t('labels.arrivedAt'), value: desk.moment(facts.at) }, ...which(desk, facts)],
    action: { label: t('sellerNeedsLook.action'), url: addressOf('orders', order.id) },
    closing: order.customer.email ? [t('sellerNeedsLook.closing')] : [],
  }
}

const REASONS = ['gone', 'failing'] as const

type DisabledEndpoint = { shop: LetterShop & { locale: string }; mode: Mode; url: string; reason: string; at: Date }

/** @param endpoint.reason `gone`, `failing`; any other is told without its name */
export function endpointDisabled({ shop, mode, url, reason, at }: DisabledEndpoint): Letter {
  const desk = deskOf({ shop, mode, locale: shop.locale })
  const { t } = desk
  const known = REASONS.find((name) => name === reason) ?? 'other'
  return {
    ...begin(desk, {
      subject: t('endpointDisabled.subject', { shop: desk.shop }),
      preheader: t('endpointDisabled.preheader'),
      title: t('endpointDisabled.title'),
      intro: t(`endpointDisabled.reasons.${known}`),
    }),
    badge: { tone: 'bad', text: t('endpointDisabled.badge') },
    facts: [
      { label: t('labels.endpoint'), value: desk.clean(url) },
      { label: t('labels.since'), value: desk.moment(at) },
    ],
    action: { label: t('endpointDisabled.action'), url: addressOf('settings') },
    closing: [t('endpointDisabled.closing')],
  }
}

type ChangedAccount = { shop: LetterShop & { locale: string }; before: string | null; now: string; at: Date }

/** @param change.before where money went until now; null for a new account */
export function receivingAccountChanged({ shop, before, now, at }: ChangedAccount): Letter {
  const desk = deskOf({ shop, mode: 'live', locale: shop.locale })
  const { t, clean } = desk
  const kind = before === null ? 'added' : 'changed'
  return {
    ...begin(desk, {
      subject: t(`receivingAccountChanged.${kind}.subject`, { shop: desk.shop }),
      preheader: clean(now),
      title: t(`receivingAccountChanged.${kind}.title`),
      intro: t('receivingAccountChanged.intro'),
    }),
    badge: { tone: 'warn', text: t(`receivingAccountChanged.${kind}.badge`) },
    facts: [
      ...(before === null ? [] : [{ label: t('labels.paidToBefore'), value: clean(before) }]),
      { label: t('labels.paidToNow'), value: clean(now) },
      { label: t('labels.changedAt'), value: desk.moment(at) },
    ],
    action: { label: t('receivingAccountChanged.action'), url: addressOf('settings', 'payments') },
    closing: [t('receivingAccountChanged.closing')],
  }
}

const deskOfSeller = ({ merchant, mode }: Facts): Desk => deskOf({ shop: merchant, mode, locale: merchant.locale })

function begin(desk: Desk, letter: Pick<Letter, 'subject' | 'preheader' | 'title' | 'intro'>): Letter {
  return desk.begin({ ...letter, footer: desk.t('footers.seller', { shop: desk.shop }) })
}

function about(desk: Desk, { order: { customer } }: Facts): LabelledText[] {
  const { t, clean } = desk
  return [
    ...(customer.name || !(customer.phone ?? customer.email) ? [{ label: t('labels.customer'), value: nameText(desk, customer.name) }] : []),
    ...(customer.phone ? [{ label: t('labels.phone'), value: clean(customer.phone) }] : []),
    ...(customer.email ? [{ label: t('labels.email'), value: clean(customer.email) }] : []),
  ]
}

function which(desk: Desk, { order }: Facts): LabelledText[] {
  const { t, wording } = desk
  return [
    { label: t('labels.method'), value: wording.methodName(order.paymentMethod) },
    ...itemFacts(desk, order.items, order.currency),
    ...codeFacts(desk, order),
    { label: t('labels.order'), value: order.orderId },
  ]
}
