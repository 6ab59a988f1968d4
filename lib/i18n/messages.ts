import enAuth from './messages/en/auth.json'
import enBulk from './messages/en/bulk.json'
import enChat from './messages/en/chat.json'
import enCheckout from './messages/en/checkout.json'
import enCommon from './messages/en/common.json'
import enDevelopers from './messages/en/developers.json'
import enEmail from './messages/en/email.json'
import enErrors from './messages/en/errors.json'
import enLinks from './messages/en/links.json'
import enMessages from './messages/en/messages.json'
import enMethods from './messages/en/methods.json'
import enMode from './messages/en/mode.json'
import enMoney from './messages/en/money.json'
import enNews from './messages/en/news.json'
import enOrders from './messages/en/orders.json'
import enOutbox from './messages/en/outbox.json'
import enPayments from './messages/en/payments.json'
import enRecap from './messages/en/recap.json'
import enReference from './messages/en/reference.json'
import enReview from './messages/en/review.json'
import enSettings from './messages/en/settings.json'
import enShare from './messages/en/share.json'
import enWebhooks from './messages/en/webhooks.json'
import idAuth from './messages/id/auth.json'
import idBulk from './messages/id/bulk.json'
import idChat from './messages/id/chat.json'
import idCheckout from './messages/id/checkout.json'
import idCommon from './messages/id/common.json'
import idDevelopers from './messages/id/developers.json'
import idEmail from './messages/id/email.json'
import idErrors from './messages/id/errors.json'
import idLinks from './messages/id/links.json'
import idMessages from './messages/id/messages.json'
import idMethods from './messages/id/methods.json'
import idMode from './messages/id/mode.json'
import idMoney from './messages/id/money.json'
import idNews from './messages/id/news.json'
import idOrders from './messages/id/orders.json'
import idOutbox from './messages/id/outbox.json'
import idPayments from './messages/id/payments.json'
import idRecap from './messages/id/recap.json'
import idReference from './messages/id/reference.json'
import idReview from './messages/id/review.json'
import idSettings from './messages/id/settings.json'
import idShare from './messages/id/share.json'
import idWebhooks from './messages/id/webhooks.json'
import type { Locale } from './locales'

const en = {
  auth: enAuth, bulk: enBulk, chat: enChat, checkout: enCheckout, common: enCommon, developers: enDevelopers, email: enEmail, errors: enErrors,
  links: enLinks, messages: enMessages, methods: enMethods, mode: enMode, money: enMoney, news: enNews, orders: enOrders, outbox: enOutbox,
  payments: enPayments, recap: enRecap, reference: enReference, review: enReview, settings: enSettings, share: enShare, webhooks: enWebhooks,
}

export type Messages = typeof en

const id: Messages = {
  auth: idAuth, bulk: idBulk, chat: idChat, checkout: idCheckout, common: idCommon, developers: idDevelopers, email: idEmail, errors: idErrors,
  links: idLinks, messages: idMessages, methods: idMethods, mode: idMode, money: idMoney, news: idNews, orders: idOrders, outbox: idOutbox,
  payments: idPayments, recap: idRecap, reference: idReference, review: idReview, settings: idSettings, share: idShare, webhooks: idWebhooks,
}

/** Every text of the product. A test fails when a key stands in one language only. */
export const MESSAGES: Record<Locale, Messages> = { en, id }
