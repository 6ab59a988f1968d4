import type { OrderEventFacts } from '@/lib/notification/facts'
import type { Letter } from '../letter'
import { deskOf, money, type Desk } from './compose'
import { expiryWarning } from './customer-letters'
import { linkCreated, type NewLinkFacts } from './link-letter'

/** Letters that were not asked for: only for shops that switched them on. */

/** To the customer whom a link was made for, some time before it ends. */
export function linkReminder(facts: NewLinkFacts): Letter {
  const { shop, mode, link } = facts
  const desk = deskOf({ shop, mode, locale: shop.locale })
  const t = desk.wording.sending
  const when = link.expiresAt ? desk.moment(link.expiresAt) : ''
  return {
    ...linkCreated(facts),
    ...headOf(desk, { subject: t('letters.linkEnding.subject', { shop: desk.shop }), preheader: t('letters.linkEnding.preheader', { when }), title: t('letters.linkEnding.title'), intro: t('letters.linkEnding.intro', { shop: desk.shop, when }) }),
    badge: { tone: 'warn', text: t('letters.linkEnding.badge') },
    closing: [t('letters.linkEnding.closing')],
  }
}

/** To a customer whose order has waited for its money for a while. */
export function paymentReminder(facts: OrderEventFacts): Letter {
  const { merchant, mode, order } = facts
  const desk = deskOf({ shop: merchant, mode, locale: order.locale })
  const t = desk.wording.sending
  const amount = money(order.amount, order.currency)
  return {
    ...expiryWarning(facts),
    ...headOf(desk, {
      subject: t('letters.unpaid.subject', { amount, shop: desk.shop }),
      preheader: t('letters.unpaid.preheader', { when: desk.moment(order.expiresAt) }),
      title: t('letters.unpaid.title'),
      intro: t('letters.unpaid.intro', { shop: desk.shop }),
    }),
    badge: { tone: 'warn', text: t('letters.unpaid.badge') },
  }
}

/** What is said at the top, with the mark of test mode that every letter's subject bears. */
function headOf(desk: Desk, head: Pick<Letter, 'subject' | 'preheader' | 'title' | 'intro'>): Pick<Letter, 'subject' | 'preheader' | 'title' | 'intro'> {
  const { subject, preheader, title, intro } = desk.begin({ ...head, footer: '' })
  return { subject, preheader, title, intro }
}
