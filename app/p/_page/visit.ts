import { isLocale, LOCALE_COOKIE, LOCALES, pickLocale, type Locale } from '@/lib/i18n/locales'
import { wordingOf, type Wording } from '@/lib/i18n/wording'

/** What a request says about its reader. */
export type Visit = {
  /** Chosen in this address: `?lang=en`. */
  lang: Locale | null
  /** The customer asks for a fresh start: `?new=1`. */
  isFresh: boolean
  /** A page that waited saw its order change, and when that was: see leave-for-shop.ts. */
  isTurned: boolean
  paidAt: number | null
  /** A number was just left to be told by: `?waiting=1`. */
  isWaiting: boolean
  /** Kept in the address for browsers without cookies: `?lang=en`, or nothing. */
  query: string
  cookie: (name: string) => string | null
  wordingFor: (shopLocale?: Locale) => Wording
}

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60

export function readVisit(request: Request): Visit {
  const at = request.url.indexOf('?')
  const search = at < 0 ? null : new URLSearchParams(request.url.slice(at))
  const asked = search?.get('lang')
  const lang = isLocale(asked) ? asked : null
  const cookie = (name: string) => readCookie(request.headers.get('cookie'), name)
  return {
    lang,
    isFresh: search?.get('new') === '1',
    isTurned: search?.get('turned') === '1',
    paidAt: /^\d{13}$/.test(search?.get('paid') ?? '') ? Number(search?.get('paid')) : null,
    isWaiting: search?.get('waiting') === '1',
    query: lang ? `?lang=${lang}` : '',
    cookie,
    wordingFor: (fallback = 'id') =>
      wordingOf(pickLocale({ chosen: lang ?? cookie(LOCALE_COOKIE), acceptLanguage: request.headers.get('accept-language'), fallback })),
  }
}

/** The same page in each language. */
export function languagesOf(path: string, { isFresh }: Pick<Visit, 'isFresh'> = { isFresh: false }): Record<Locale, string> {
  const addresses = LOCALES.map((locale) => [locale, `${path}?lang=${locale}${isFresh ? '&new=1' : ''}`] as const)
  return Object.fromEntries(addresses) as Record<Locale, string>
}

/** A language that was chosen is remembered, in the whole product. */
export function localeCookie({ lang }: Visit): string[] {
  return lang ? [`${LOCALE_COOKIE}=${lang}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax`] : []
}

function readCookie(header: string | null, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value ?? null
  }
  return null
}
