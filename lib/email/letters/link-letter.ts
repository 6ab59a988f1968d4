import { rangeText } from '@/lib/checkout/amount-text'
import type { LinkItem, OpenAmount, SpecificCustomer } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import type { Mode } from '@/lib/shop/scope'
import type { Letter } from '../letter'
import { addressOf, deskOf, itemFacts, itemsText, money, type LetterShop } from './compose'

export type NewLinkFacts = {
  shop: LetterShop & { locale: string }
  mode: Mode
  link: { slug: string; title: string | null; description: string | null; amount: number; openAmount: OpenAmount | null; currency: Currency; items: LinkItem[]; customer?: Pick<SpecificCustomer, 'firstName'> | null; startsAt: Date | null; expiresAt: Date | null }
}

/** To the customer whom a link was made for, in the shop's language: theirs is not known yet. */
export function linkCreated({ shop, mode, link }: NewLinkFacts): Letter {
  const desk = deskOf({ shop, mode, locale: shop.locale })
  const { t, clean } = desk
  const range = rangeText(link, desk.wording)
  const amount = range ?? money(link.amount, link.currency)
  const items = itemsText(desk, link.items)
  return {
    ...desk.begin({
      subject: range === null ? t('linkCreated.subject', { shop: desk.shop, amount }) : t('linkCreated.subjectOpen', { shop: desk.shop }),
      preheader: t('linkCreated.preheader', { item: link.title ? clean(link.title) : items }),
      title: t('linkCreated.title', { shop: desk.shop }),
      intro: t('linkCreated.intro'),
      footer: t('footers.linkCustomer', { shop: desk.shop }),
    }),
    amount: { label: t('labels.amount'), value: amount },
    facts: [
      ...(link.title ? [{ label: t('labels.link'), value: clean(link.title) }] : []),
      ...(range === null ? itemFacts(desk, link.items, link.currency) : []),
      ...(link.startsAt ? [{ label: t('labels.opens'), value: desk.moment(link.startsAt) }] : []),
      ...(link.expiresAt ? [{ label: t('labels.closes'), value: desk.moment(link.expiresAt) }] : []),
      ...(link.description ? [{ label: t('labels.notes'), value: clean(link.description) }] : []),
    ],
    action: { label: t('linkCreated.action'), url: addressOf('p', link.slug) },
    contact: desk.contact,
    values: {
      name: clean(link.customer?.firstName ?? ''), shop: desk.shop, item: link.title ? clean(link.title) : items, amount, deadline: link.expiresAt && desk.moment(link.expiresAt),
    },
  }
}
