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

export const frameMessages = (locale: Locale): Partial<Messages> => pick(locale, FRAME_AREAS)

export const sectionMessages = (section: Section, locale: Locale): Partial<Messages> => pick(locale, SECTION_AREAS[section])

function pick(locale: Locale, areas: readonly Area[]): Partial<Messages> {
  return Object.fromEntries(areas.map((area) => [area, MESSAGES[locale][area]]))
}
