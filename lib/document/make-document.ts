import 'server-only'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { orderStatus } from '@/lib/order/status'
import type { MerchantScope } from '@/lib/shop/scope'
import { composeLinkDocument, composeOrderDocument } from './compose-document'
import { drawDocument } from './draw-document'
import { documentFileName, documentOf, type DocumentKind } from './rules'
import { findLinkFacts, findOrderFactsByToken, findOrderFactsOfShop } from './store'
import type { OrderFacts } from './views'

export type MadeDocument = { fileName: string; pdf: Buffer }

type Wish = { kind: DocumentKind; locale: Locale | null; at: Date }

/** The paper of an order for whoever has its page's address. @returns null when it has none of this kind */
export async function makeCustomersDocument(address: { slug: string; token: string }, wish: Wish): Promise<MadeDocument | null> {
  return await ofOrder(await findOrderFactsByToken(address), wish)
}

/** The same for the shop, in its customer's language unless another is asked for. */
export async function makeOrderDocument(scope: MerchantScope, id: string, wish: Wish): Promise<MadeDocument | null> {
  return await ofOrder(await findOrderFactsOfShop(scope, id), wish)
}

/** The invoice of a link that was made for one customer, in the shop's language unless another is asked for. */
export async function makeLinkInvoice(scope: MerchantScope, id: string, { locale, at }: Pick<Wish, 'locale' | 'at'>): Promise<MadeDocument | null> {
  const facts = await findLinkFacts(scope, id)
  if (!facts) return null
  const pdf = await drawDocument(composeLinkDocument(facts, { locale: locale ?? knownLocale(facts.shop.locale), at }))
  return { fileName: documentFileName('invoice', facts.orderId), pdf }
}

async function ofOrder(facts: OrderFacts | null, { kind, locale, at }: Wish): Promise<MadeDocument | null> {
  if (!facts || documentOf(orderStatus(facts, at)) !== kind) return null
  const pdf = await drawDocument(composeOrderDocument(facts, { kind, locale: locale ?? knownLocale(facts.locale), at }))
  return { fileName: documentFileName(kind, facts.orderId), pdf }
}

const knownLocale = (text: string): Locale => (isLocale(text) ? text : 'id')
