import enAuth from './messages/en/auth.json'
import enBulk from './messages/en/bulk.json'
import enChat from './messages/en/chat.json'
import enCheckout from './messages/en/checkout.json'
import enCommon from './messages/en/common.json'
import enDevelopers from './messages/en/developers.json'
import enDocuments from './messages/en/documents.json'
import enEditing from './messages/en/editing.json'
import enEmail from './messages/en/email.json'
import enErrors from './messages/en/errors.json'
import enHome from './messages/en/home.json'
import enKeys from './messages/en/keys.json'
import enLetters from './messages/en/letters.json'
import enLinks from './messages/en/links.json'
import enMessages from './messages/en/messages.json'
import enMethods from './messages/en/methods.json'
import enMode from './messages/en/mode.json'
import enMoney from './messages/en/money.json'
import enNews from './messages/en/news.json'
import enOrders from './messages/en/orders.json'
import enOutbox from './messages/en/outbox.json'
import enPayments from './messages/en/payments.json'
import enProfile from './messages/en/profile.json'
import enRecap from './messages/en/recap.json'
import enReference from './messages/en/reference.json'
import enReview from './messages/en/review.json'
import enSending from './messages/en/sending.json'
import enSettings from './messages/en/settings.json'
import enShare from './messages/en/share.json'
import enVerification from './messages/en/verification.json'
import enViews from './messages/en/views.json'
import enWebhooks from './messages/en/webhooks.json'
import idAuth from './messages/id/auth.json'
import idBulk from './messages/id/bulk.json'
import idChat from './messages/id/chat.json'
import idCheckout from './messages/id/checkout.json'
import idCommon from './messages/id/common.json'
import idDevelopers from './messages/id/developers.json'
import idDocuments from './messages/id/documents.json'
import idEditing from './messages/id/editing.json'
import idEmail from './messages/id/email.json'
import idErrors from './messages/id/errors.json'
import idHome from './messages/id/home.json'
import idKeys from './messages/id/keys.json'
import idLetters from './messages/id/letters.json'
import idLinks from './messages/id/links.json'
import idMessages from './messages/id/messages.json'
import idMethods from './messages/id/methods.json'
import idMode from './messages/id/mode.json'
import idMoney from './messages/id/money.json'
import idNews from './messages/id/news.json'
import idOrders from './messages/id/orders.json'
import idOutbox from './messages/id/outbox.json'
import idPayments from './messages/id/payments.json'
import idProfile from './messages/id/profile.json'
import idRecap from './messages/id/recap.json'
import idReference from './messages/id/reference.json'
import idReview from './messages/id/review.json'
import idSending from './messages/id/sending.json'
import idSettings from './messages/id/settings.json'
import idShare from './messages/id/share.json'
import idVerification from './messages/id/verification.json'
import idViews from './messages/id/views.json'
import idWebhooks from './messages/id/webhooks.json'
import type { Locale } from './locales'

const en = {
  auth: enAuth, bulk: enBulk, chat: enChat, checkout: enCheckout, common: enCommon, developers: enDevelopers, documents: enDocuments,
  editing: enEditing, email: enEmail, errors: enErrors, home: enHome, keys: enKeys, letters: enLetters, links: enLinks, messages: enMessages,
  methods: enMethods, mode: enMode, money: enMoney, news: enNews, orders: enOrders, outbox: enOutbox, payments: enPayments, profile: enProfile,
  recap: enRecap, reference: enReference, review: enReview, sending: enSending, settings: enSettings, share: enShare, verification: enVerification,
  views: enViews, webhooks: enWebhooks,
}

export type Messages = typeof en

const id: Messages = {
  auth: idAuth, bulk: idBulk, chat: idChat, checkout: idCheckout, common: idCommon, developers: idDevelopers, documents: idDocuments,
  editing: idEditing, email: idEmail, errors: idErrors, home: idHome, keys: idKeys, letters: idLetters, links: idLinks, messages: idMessages,
  methods: idMethods, mode: idMode, money: idMoney, news: idNews, orders: idOrders, outbox: idOutbox, payments: idPayments, profile: idProfile,
  recap: idRecap, reference: idReference, review: idReview, sending: idSending, settings: idSettings, share: idShare, verification: idVerification,
  views: idViews, webhooks: idWebhooks,
}

/**
 * Every text of the product, for a translator: in a page, what has something to fill in is compiled and no string any more. A test fails
 * when a key stands in one language only, or when what is read without a translator has something to fill in.
 */
export const MESSAGES: Record<Locale, Messages> = { en, id }
