import 'server-only'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { MerchantScope } from '@/lib/shop/scope'
import { MESSAGE_KINDS, type MessageKind } from './fields'
import { ORIGINALS } from './originals'
import { listTemplates } from './store'
import type { MessageTexts, TemplateView } from './views'

/** Every message of this shop in every language: its own words, ours where it has none. */
export async function listMessages(scope: MerchantScope): Promise<TemplateView[]> {
  const own = await listTemplates(scope)
  return MESSAGE_KINDS.flatMap((kind) =>
    LOCALES.map((locale) => {
      const original = ORIGINALS[locale][kind]
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
