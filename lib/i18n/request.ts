import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, pickLocale } from './locales'
import { MESSAGES } from './messages'

/** The dashboard's language: what was chosen, else the browser's. Addresses stay the same in every language. */
export default getRequestConfig(async () => {
  const jar = await cookies()
  const received = await headers()
  const locale = pickLocale({ chosen: jar.get(LOCALE_COOKIE)?.value, acceptLanguage: received.get('accept-language') })
  return { locale, messages: MESSAGES[locale], timeZone: 'Asia/Jakarta' }
})
