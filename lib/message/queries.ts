import 'server-only'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { MESSAGES } from '@/lib/i18n/messages'
import type { MerchantScope } from '@/lib/shop/scope'
import { MESSAGE_KINDS, type MessageKind } from './fields'
import { listTemplates } from './store'
import type { MessageTexts, TemplateView } from './views'

/** Our own words, as they stand in `messages.json`: its braces are the fields. */
export const originalText = (kind: MessageKind, locale: Locale): string => MESSAGES[locale].messages.originals[kind]

/** Every message of this shop in every language: its own words, ours where it has none. */
export async function listMessages(scope: MerchantScope): Promise<TemplateView[]> {
  const own = await listTemplates(scope)
  return MESSAGE_KINDS.flatMap((kind) =>
    LOCALES.map((locale) => {
      const original = originalText(kind, locale)
      return { kind, locale, original, body: own.find((row) => row.kind === kind && row.locale === locale)?.body ?? original }
    }),
  )
}

/** The same, for the screens that send them. */
export async function findMessageTexts(scope: MerchantScope): Promise<MessageTexts> {
  const texts = await listMessages(scope)
  const ofKind = (kind: MessageKind) =>
    Object.fromEntries(texts.flatMap(({ kind: other, locale, body }) => (other === kind ? [[locale, body]] : []))) as Record<Locale, string>
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, ofKind(kind)])) as MessageTexts
}
