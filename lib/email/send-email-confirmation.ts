import 'server-only'
import type { Sql } from '@/lib/database/sql'
import type { Locale } from '@/lib/i18n/locales'
import { wordingOf } from '@/lib/i18n/wording'
import { env } from '@/lib/platform/env'
import { newRowId } from '@/lib/platform/ids'
import { composeEmails } from './compose-email'
import { emailConfirmation } from './letters/email-confirmation-letter'
import { hasMailServer } from './mail-server'
import { keepEmail } from './outbox'
import { insertEmails } from './store'

type ConfirmationLetter = { to: string; token: string; locale: Locale; at: Date }

/** From APP_URL, never from the request's Host header, which a stranger may choose. */
function addressOf(token: string): string {
  const url = new URL('/confirm-email', env().APP_URL)
  url.searchParams.set('token', token)
  return url.href
}

/** Writes the letter and its job, in the transaction that makes the link. It belongs to no shop, so that no outbox shows the link. Nothing without a mail server. */
export async function planEmailConfirmation(on: Sql, { to, token, locale, at }: ConfirmationLetter): Promise<void> {
  if (!hasMailServer()) return
  const letter = () => emailConfirmation({ locale, url: addressOf(token) })
  await insertEmails(on, await composeEmails([{ shop: null, linkId: null, orderId: null, template: 'emailConfirmation', dedupeKey: `emailConfirmation:${newRowId(at.getTime())}`, to, letter, at }]))
}

/** Without a mail server: leaves the letter to the operator, once its link counts. */
export async function keepEmailConfirmation({ to, token, locale }: ConfirmationLetter): Promise<void> {
  if (hasMailServer()) return
  const { email: t } = wordingOf(locale)
  await keepEmail({ to, subject: t('emailConfirmation.subject'), text: t('emailConfirmation.text', { url: addressOf(token) }) })
}
