import type { CheckoutShop } from '@/lib/checkout/views'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import type { Mode } from '@/lib/shop/scope'
import { initialOf, toneOf } from './avatar'
import { COLUMN } from './classes'
import { formatMonth } from './format-moment'

type Props = {
  wording: Wording
  shop: CheckoutShop
  mode: Mode
  /** The page's address in each language. */
  languages: Record<Locale, string>
}

/** Who asks for the money, and in which language. */
export function ShopHeader({ wording, shop, mode, languages }: Props) {
  return (
    <>
      {mode === 'test' && <TestRibbon wording={wording} />}
      <header className={`${COLUMN} flex items-center gap-3 pt-4 pb-4`}>
        <Avatar name={shop.name} />
        <div className="min-w-0 flex-1">
          <p className="font-semibold break-words" dir="auto">{shop.name}</p>
          <p className="text-sm text-muted">{wording.t('since', { month: formatMonth(shop.createdAt, { wording, timeZone: shop.timeZone }) })}</p>
        </div>
        <LanguageSwitch wording={wording} languages={languages} />
      </header>
    </>
  )
}

export function TestRibbon({ wording }: { wording: Wording }) {
  return <p className="bg-warn-soft px-4 py-1.5 text-center text-xs font-semibold text-warn">{wording.t('testRibbon')}</p>
}

export function Avatar({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className={`tone-${toneOf(name)} flex size-12 flex-none items-center justify-center rounded-lg text-lg font-bold`}>
      {initialOf(name)}
    </span>
  )
}

export function LanguageSwitch({ wording, languages }: Pick<Props, 'wording' | 'languages'>) {
  return (
    <nav aria-label={wording.t('language')} className="screen-only flex flex-none rounded-md border border-line text-sm font-semibold">
      {LOCALES.map((locale) => (
        <a
          key={locale}
          href={languages[locale]}
          hrefLang={locale}
          lang={locale}
          aria-label={wording.t(`languages.${locale}`)}
          aria-current={locale === wording.locale ? 'true' : undefined}
          className="flex size-11 items-center justify-center text-muted uppercase aria-[current]:text-accent aria-[current]:underline"
        >
          {locale}
        </a>
      ))}
    </nav>
  )
}
