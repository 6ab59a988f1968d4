import { createTranslator } from 'next-intl'
import type { PaymentMethod } from '@/lib/payment/methods'
import type { MessageKey } from '@/lib/platform/result'
import { LOCALES, type Locale } from './locales'
import { MESSAGES } from './messages'

/** The texts of the payment page and of e-mails in one language. Made once per language: a message is parsed once, not per request. */
export type Wording = ReturnType<typeof makeWording>

const WORDINGS = Object.fromEntries(LOCALES.map((locale) => [locale, makeWording(locale)])) as Record<Locale, Wording>

export function wordingOf(locale: Locale): Wording {
  return WORDINGS[locale]
}

function makeWording(locale: Locale) {
  const messages = MESSAGES[locale]
  const errors = createTranslator({ locale, messages, namespace: 'errors' })
  return {
    locale,
    appName: messages.common.appName,
    t: createTranslator({ locale, messages, namespace: 'checkout' }),
    documents: createTranslator({ locale, messages, namespace: 'documents' }),
    letters: createTranslator({ locale, messages, namespace: 'letters' }),
    email: createTranslator({ locale, messages, namespace: 'email' }),
    sending: createTranslator({ locale, messages, namespace: 'sending' }),
    methodName: (method: PaymentMethod): string => messages.methods[method],
    errorText: (key: MessageKey): string => (errors.has(key as 'required') ? errors(key as 'required') : errors('unexpected')),
  }
}
