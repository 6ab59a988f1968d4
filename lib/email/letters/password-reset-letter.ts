import type { Locale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import type { Letter } from '../letter'
import { blank } from './compose'

export function passwordReset({ locale, url }: { locale: Locale; url: string }): Letter {
  const { email: t } = wordingOf(locale)
  return {
    ...blank(locale),
    subject: t('passwordReset.subject'),
    preheader: t('passwordReset.preheader'),
    title: t('passwordReset.title'),
    intro: t('passwordReset.intro'),
    action: { label: t('passwordReset.action'), url },
    closing: [t('passwordReset.closing')],
    footer: t('footers.account'),
  }
}
