import 'server-only'
import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/platform/env'
import { keepEmail } from './outbox'

/** The address is built from APP_URL, never from the request's Host header, which a stranger may choose. */
export async function sendPasswordReset({ to, token }: { to: string; token: string }): Promise<void> {
  const t = await getTranslations('email.passwordReset')
  const url = new URL('/reset-password', env().APP_URL)
  url.searchParams.set('token', token)
  await keepEmail({ to, subject: t('subject'), text: t('text', { url: url.href }) })
}
