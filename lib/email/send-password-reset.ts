import 'server-only'
import { getLocale } from 'next-intl/server'
import { sql } from '@/lib/database/sql'
import { wordingOf } from '@/lib/i18n/wording'
import { env } from '@/lib/platform/env'
import { now } from '@/lib/platform/clock'
import { newRowId } from '@/lib/platform/ids'
import { composeEmails } from './compose-email'
import { passwordReset } from './letters/password-reset-letter'
import { hasMailServer } from './mail-server'
import { keepEmail } from './outbox'
import { insertEmails } from './store'

/**
 * Sends a reset link, or leaves it to the operator when there is no mail server. Sending is a job:
 * waiting for the server here would tell by the time it takes that the address has an account.
 * The message belongs to no shop, so that no outbox shows the link.
 * The address is built from APP_URL, never from the request's Host header, which a stranger may choose.
 */
export async function sendPasswordReset({ to, token }: { to: string; token: string }): Promise<void> {
  const locale = await getLocale()
  const url = new URL('/reset-password', env().APP_URL)
  url.searchParams.set('token', token)
  if (!hasMailServer()) {
    const { email: t } = wordingOf(locale)
    await keepEmail({ to, subject: t('passwordReset.subject'), text: t('passwordReset.text', { url: url.href }) })
    return
  }
  const at = now()
  const emails = await composeEmails([
    {
      shop: null,
      linkId: null,
      orderId: null,
      template: 'passwordReset',
      dedupeKey: `passwordReset:${newRowId(at.getTime())}`,
      to,
      letter: () => passwordReset({ locale, url: url.href }),
      at,
    },
  ])
  await insertEmails(sql, emails)
}
