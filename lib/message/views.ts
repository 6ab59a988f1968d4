import type { Locale } from '@/lib/i18n/locales'
import type { MessageKind } from './fields'

/** Every message in every language, as this shop sends it. */
export type MessageTexts = Record<MessageKind, Record<Locale, string>>

/** One message for the editor: what is sent now, and our own words. */
export type TemplateView = { kind: MessageKind; locale: Locale; body: string; original: string }
