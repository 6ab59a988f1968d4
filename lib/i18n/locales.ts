export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const LOCALE_COOKIE = 'locale'
export const LOCALE_COOKIE_OPTIONS = { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' } as const

export const isLocale = (text: string | undefined | null): text is Locale => LOCALES.some((locale) => locale === text)

export type LocaleWish = {
  chosen?: string | null | undefined
  acceptLanguage?: string | null | undefined
  fallback?: Locale
}

/**
 * The reader's language: what they chose, else the first of their browser's that we speak,
 * else `fallback`: Indonesian, the language of most customers.
 */
export function pickLocale({ chosen, acceptLanguage, fallback = 'id' }: LocaleWish): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';')
      const quality = Number(options.find((option) => option.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { language: tag.toLowerCase().split('-')[0], quality }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  // Browsers and PostgreSQL's old code for Indonesian: `in`.
  const found = wanted.map(({ language }) => (language === 'in' ? 'id' : language)).find(isLocale)
  return found ?? fallback
}
