import enAuth from './messages/en/auth.json'
import enCheckout from './messages/en/checkout.json'
import enCommon from './messages/en/common.json'
import enDevelopers from './messages/en/developers.json'
import enEmail from './messages/en/email.json'
import enErrors from './messages/en/errors.json'
import enLinks from './messages/en/links.json'
import enMethods from './messages/en/methods.json'
import enMoney from './messages/en/money.json'
import enNews from './messages/en/news.json'
import enOrders from './messages/en/orders.json'
import enOutbox from './messages/en/outbox.json'
import enReference from './messages/en/reference.json'
import enSettings from './messages/en/settings.json'
import enWebhooks from './messages/en/webhooks.json'
import idAuth from './messages/id/auth.json'
import idCheckout from './messages/id/checkout.json'
import idCommon from './messages/id/common.json'
import idDevelopers from './messages/id/developers.json'
import idEmail from './messages/id/email.json'
import idErrors from './messages/id/errors.json'
import idLinks from './messages/id/links.json'
import idMethods from './messages/id/methods.json'
import idMoney from './messages/id/money.json'
import idNews from './messages/id/news.json'
import idOrders from './messages/id/orders.json'
import idOutbox from './messages/id/outbox.json'
import idReference from './messages/id/reference.json'
import idSettings from './messages/id/settings.json'
import idWebhooks from './messages/id/webhooks.json'
import type { Locale } from './locales'

const en = {
  auth: enAuth, checkout: enCheckout, common: enCommon, developers: enDevelopers, email: enEmail, errors: enErrors,
  links: enLinks, methods: enMethods, money: enMoney, news: enNews, orders: enOrders, outbox: enOutbox, reference: enReference, settings: enSettings, webhooks: enWebhooks,
}

export type Messages = typeof en

const id: Messages = {
  auth: idAuth, checkout: idCheckout, common: idCommon, developers: idDevelopers, email: idEmail, errors: idErrors,
  links: idLinks, methods: idMethods, money: idMoney, news: idNews, orders: idOrders, outbox: idOutbox, reference: idReference, settings: idSettings, webhooks: idWebhooks,
}

/** Every text of the product. A test fails when a key stands in one language only. */
export const MESSAGES: Record<Locale, Messages> = { en, id }
