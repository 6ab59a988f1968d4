import { isRejectReason } from '@/lib/claim/schema'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { isOpen } from '@/lib/order/status'
import type { LabelledText, Letter } from '../letter'
import { addressOf, askedFacts, codeFacts, codesOf, deskOf, itemFacts, itemsText, money, type Desk } from './compose'

/** What a customer hears about their order, in the language they ordered in. Their own name is left out: whoever orders can type any name and any address. */

type Facts = OrderEventFacts

export function paymentInstructions(facts: Facts): Letter {
  return toPay(facts, 'paymentInstructions')
}

/** Some time before the deadline of an order that is still unpaid. */
export function expiryWarning(facts: Facts): Letter {
  return toPay(facts, 'expiryWarning')
}

export function receipt(facts: Facts): Letter {
  const desk = deskOfCustomer(facts)
  const { t, shop } = desk
  const { amount, currency, paidAt } = facts.order
  const when = desk.moment(paidAt ?? facts.at)
  return {
    ...begin(desk, facts, {
      subject: t('receipt.subject', { amount: money(amount, currency), shop }),
      preheader: t('receipt.preheader', { when }),
      title: t('receipt.title'),
      intro: t('receipt.intro', { shop }),
    }),
    badge: { tone: 'ok', text: t('receipt.badge') },
    amount: { label: t('labels.amount'), value: money(amount, currency) },
    facts: [...items(desk, facts), ...askedFacts(desk, facts.order), method(desk, facts), { label: t('labels.paidAt'), value: when }, number(desk, facts)],
    action: { label: t('receipt.action'), url: orderPage(facts) },
    more: paper(desk, facts, 'receipt'),
  }
}

/** @returns null for an event without a refund */
export function refund(facts: Facts): Letter | null {
  const { order, refund: given } = facts
  if (!given) return null
  const desk = deskOfCustomer(facts)
  const { t, shop } = desk
  const isPartial = given.amount < order.amount
  const says = given.channel === 'rail' ? 'introRail' : 'introManual'
  const amount = money(given.amount, order.currency)
  return {
    ...begin(desk, facts, {
      subject: t('refund.subject', { shop, amount }),
      preheader: t('refund.preheader', { order: order.orderId }),
      title: given.channel === 'rail' ? t('refund.title') : t('refund.titleManual'),
      intro: isPartial ? t(`refund.${says}Partial`, { shop }) : t(`refund.${says}`, { shop }),
    }),
    badge: { tone: 'neutral', text: order.refundedAmount < order.amount ? t('refund.badgePartial') : t('refund.badge') },
    amount: { label: t('labels.refunded'), value: amount },
    facts: [
      ...items(desk, facts),
      { label: t('labels.paidBefore'), value: money(order.amount, order.currency) },
      ...(isPartial ? [{ label: t('labels.refundedInAll'), value: money(order.refundedAmount, order.currency) }] : []),
      { label: t('labels.refundedAt'), value: desk.moment(given.completedAt ?? facts.at) },
      ...(given.reason ? [{ label: t('labels.reason'), value: desk.clean(given.reason) }] : []),
      number(desk, facts),
    ],
    action: { label: t('refund.action'), url: orderPage(facts) },
    more: paper(desk, facts, 'receipt'),
  }
}

/** The seller looked for money that the customer says they sent, and found none. */
export function paymentNotFound(facts: Facts): Letter {
  const desk = deskOfCustomer(facts)
  const { t, shop, wording } = desk
  const { amount, currency, expiresAt } = facts.order
  const deadline = desk.moment(expiresAt)
  const reason = facts.reason ?? ''
  const isOver = !isOpen(facts.to)
  return {
    ...begin(desk, facts, {
      subject: t('paymentNotFound.subject', { shop }),
      preheader: isOver ? t('paymentNotFound.endedPreheader') : t('paymentNotFound.preheader', { deadline }),
      title: t('paymentNotFound.title'),
      intro: t(isOver ? 'paymentNotFound.endedIntro' : 'paymentNotFound.intro', { shop }),
    }),
    badge: { tone: 'warn', text: t('paymentNotFound.badge') },
    amount: { label: t(isOver ? 'labels.amount' : 'labels.toPay'), value: money(amount, currency) },
    facts: [
      ...(reason ? [{ label: t('paymentNotFound.reason'), value: isRejectReason(reason) ? wording.t(`claim.reasons.${reason}`) : desk.clean(reason) }] : []),
      ...(isOver ? [] : [{ label: t('labels.deadline'), value: deadline }]), ...items(desk, facts), method(desk, facts), number(desk, facts),
    ],
    action: { label: t('paymentNotFound.action'), url: orderPage(facts) },
  }
}

/** Money came for a closed order. */
export function paidLate(facts: Facts): Letter {
  const desk = deskOfCustomer(facts)
  const { t, shop } = desk
  const amount = money(facts.order.amount, facts.order.currency)
  return {
    ...begin(desk, facts, {
      subject: t('paidLate.subject', { shop, amount }),
      preheader: t('paidLate.preheader'),
      title: t('paidLate.title'),
      intro: t('paidLate.intro', { shop }),
    }),
    badge: { tone: 'warn', text: t('paidLate.badge') },
    amount: { label: t('labels.received'), value: amount },
    facts: [...items(desk, facts), method(desk, facts), { label: t('labels.arrivedAt'), value: desk.moment(facts.at) }, number(desk, facts)],
    action: { label: t('paidLate.action'), url: orderPage(facts) },
    closing: [t('paidLate.closing')],
  }
}

function toPay(facts: Facts, kind: 'paymentInstructions' | 'expiryWarning'): Letter {
  const desk = deskOfCustomer(facts)
  const { t, shop } = desk
  const { amount: minor, currency, expiresAt, instructions, paymentMethod } = facts.order
  const amount = money(minor, currency)
  const deadline = desk.moment(expiresAt)
  const isWarning = kind === 'expiryWarning'
  const codes = codesOf(instructions, desk)
  return {
    ...begin(desk, facts, {
      subject: t(`${kind}.subject`, { amount, shop }),
      preheader: t(`${kind}.preheader`, { deadline, method: desk.wording.methodName(paymentMethod) }),
      title: t(`${kind}.title`),
      intro: introOf(),
    }),
    badge: { tone: 'warn', text: t(`${kind}.badge`) },
    amount: { label: t('labels.toPay'), value: amount },
    codes,
    facts: [{ label: t('labels.deadline'), value: deadline }, method(desk, facts), ...items(desk, facts), number(desk, facts)],
    action: { label: instructions.kind === 'qr' || instructions.kind === 'ownQr' ? t('paymentInstructions.actionQr') : t('paymentInstructions.action'), url: orderPage(facts) },
    more: paper(desk, facts, 'invoice'),
    closing: [instructions.kind === 'delivery' ? desk.wording.t('own.letters.deliveryClosing') : t(`${kind}.closing`)],
  }

  function introOf(): string {
    if (instructions.kind === 'delivery') return desk.wording.t('own.letters.delivery', { shop })
    if (isWarning) return t('expiryWarning.intro', { shop })
    return instructions.kind === 'card' || instructions.kind === 'custom' ? t('paymentInstructions.introPage') : t('paymentInstructions.intro')
  }
}

const deskOfCustomer = ({ merchant, mode, order }: Facts): Desk => deskOf({ shop: merchant, mode, locale: order.locale })

function begin(desk: Desk, { order, refund: given }: Facts, letter: Pick<Letter, 'subject' | 'preheader' | 'title' | 'intro'>): Letter {
  return {
    ...desk.begin({ ...letter, footer: desk.t('footers.customer', { shop: desk.shop }) }),
    contact: desk.contact,
    values: {
      shop: desk.shop, item: itemsText(desk, order.items), amount: money(given?.amount ?? order.amount, order.currency), order: order.orderId, deadline: desk.moment(order.expiresAt),
    },
  }
}

/** The paper of an order, as a file. */
const paper = ({ t, locale }: Desk, facts: Facts, kind: 'receipt' | 'invoice'): Letter['more'] => ({ label: t(`papers.${kind}`), url: `${orderPage(facts)}/${kind}.pdf?lang=${locale}` })

const orderPage = ({ link, order }: Facts): string => addressOf('p', link.slug, order.token)

const items = (desk: Desk, { order }: Facts): LabelledText[] => [...itemFacts(desk, order.items, order.currency), ...codeFacts(desk, order)]
const method = ({ t, wording }: Desk, { order }: Facts): LabelledText => ({ label: t('labels.method'), value: wording.methodName(order.paymentMethod) })
const number = ({ t }: Desk, { order }: Facts): LabelledText => ({ label: t('labels.order'), value: order.orderId })
