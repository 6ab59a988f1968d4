import type { Locale } from './locales'
import { MESSAGES, type Messages } from './messages'

type Area = keyof Messages

/** What the frame around every page says, and what nearly every page says too. */
export const FRAME_AREAS = ['common', 'errors', 'keys', 'mode', 'news', 'orders', 'review'] as const satisfies readonly Area[]

/**
 * What the browser is sent besides, by the folder of `app/(dashboard)` whose layout hands it on: to this folder's pages and to those
 * below it. A test reads which texts the scripts of each page ask for, and holds them against this.
 */
export const SECTION_AREAS = {
  home: ['home', 'methods'],
  links: ['editing', 'links', 'sending'],
  'links/(list)': ['bulk', 'share', 'views'],
  'links/new': ['chat', 'methods', 'money'],
  'links/import': ['bulk'],
  'links/bulk': ['bulk'],
  'links/[id]/(details)': ['documents', 'home', 'messages', 'methods', 'share'],
  'links/[id]/edit': ['methods', 'money'],
  orders: ['messages', 'methods'],
  'orders/(list)': ['bulk', 'views'],
  'orders/[id]': ['documents', 'links', 'webhooks'],
  recap: ['recap'],
  review: ['messages', 'methods'],
  money: ['money'],
  exports: ['bulk'],
  settings: ['settings'],
  'settings/(shop)': ['money', 'profile'],
  'settings/developers': ['developers'],
  'settings/letters': ['letters', 'messages'],
  'settings/messages': ['messages'],
  'settings/new-links': ['editing', 'links', 'methods'],
  'settings/outbox': ['outbox'],
  'settings/payments': ['payments'],
  'settings/reminders': ['sending'],
  'settings/sms': ['sending'],
  'settings/verification': ['verification'],
  'settings/webhooks': ['webhooks'],
} as const satisfies Record<string, readonly Area[]>

export type Section = keyof typeof SECTION_AREAS

/** Errors that only the forms of one section can say. All others come with the frame. */
export const SECTION_ERRORS = {
  'links/import': ['importRow'],
  money: ['statement'],
  'settings/payments': ['accountDigits', 'accountLength', 'qris', 'qrisConfirm', 'secondDelivery', 'tooManyAccounts', 'walletNumber'],
  'settings/sms': [
    'headerName', 'headerReserved', 'headerText', 'headerTwice', 'headerValue', 'smsBodyJson', 'smsField', 'smsNeedsText', 'smsNeedsTo', 'smsRetype', 'smsSecretMissing', 'smsStatuses',
    'smsUrl', 'tooManyHeaders',
  ],
} as const satisfies Partial<Record<Section, readonly (keyof Messages['errors'])[]>>

/**
 * What the browser is sent, as JSON. As a value of a component each text would be one of a page's data: React writes and reads these
 * one by one, and a page has two thousand texts.
 */
export const frameTexts = (locale: Locale): string => sentOnce(locale, () => frameMessages(locale))
export const sectionTexts = (section: Section, locale: Locale): string => sentOnce(`${section} ${locale}`, () => sectionMessages(section, locale))

/** The texts of a build do not change. */
const sent = new Map<string, string>()

function sentOnce(name: string, messages: () => Partial<Messages>): string {
  const known = sent.get(name) ?? JSON.stringify(messages())
  sent.set(name, known)
  return known
}

export function frameMessages(locale: Locale): Partial<Messages> {
  const elsewhere = new Set<string>(Object.values(SECTION_ERRORS).flat())
  return { ...pick(locale, FRAME_AREAS), errors: errorsOf(locale, (key) => !elsewhere.has(key)) }
}

export function sectionMessages(section: Section, locale: Locale): Partial<Messages> {
  const own: ReadonlySet<string> = new Set(ownErrors(section))
  return own.size === 0 ? pick(locale, SECTION_AREAS[section]) : { ...pick(locale, SECTION_AREAS[section]), errors: errorsOf(locale, (key) => own.has(key)) }
}

const ownErrors = (section: Section): readonly string[] => (section in SECTION_ERRORS ? SECTION_ERRORS[section as keyof typeof SECTION_ERRORS] : [])

/** A part of them, under the type of all: what is asked for and not there is said in a general sentence. */
function errorsOf(locale: Locale, isSent: (key: string) => boolean): Messages['errors'] {
  return Object.fromEntries(Object.entries(MESSAGES[locale].errors).filter(([key]) => isSent(key))) as Messages['errors']
}

function pick(locale: Locale, areas: readonly Area[]): Partial<Messages> {
  return Object.fromEntries(areas.map((area) => [area, MESSAGES[locale][area]]))
}
