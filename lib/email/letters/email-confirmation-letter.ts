import type { Locale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import type { Letter } from '../letter'
import { blank } from './compose'

export function emailConfirmation({ locale, url }: { locale: Locale; url: string }): Letter {
  const { email: t } = wordingOf(locale)
  return {
    ...blank(locale),
    subject: t('emailConfirmation.subject'),
    preheader: t('emailConfirmation.preheader'),
    title: t('emailConfirmation.title'),
    intro: t('emailConfirmation.intro'),
    action: { label: t('emailConfirmation.action'), url },
    closing: [t('emailConfirmation.closing')],
    footer: t('footers.account'),
  }
}
