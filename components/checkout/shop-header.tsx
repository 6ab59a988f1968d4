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
    <header>
      {mode === 'test' && <TestRibbon wording={wording} />}
      <div className={`${COLUMN} flex items-center gap-3 py-4`}>
        <Avatar shop={shop} />
        <div className="min-w-0 flex-1">
          <p className="font-semibold break-words" dir="auto">{shop.name}</p>
          <p className="text-sm text-muted">{wording.t('since', { month: formatMonth(shop.createdAt, { wording, timeZone: shop.timeZone }) })}</p>
        </div>
        <LanguageSwitch wording={wording} languages={languages} />
      </div>
    </header>
  )
}

export function TestRibbon({ wording }: { wording: Wording }) {
  return <p className="bg-warn-soft px-4 py-1.5 text-center text-xs font-semibold text-warn">{wording.t('testRibbon')}</p>
}

/** The shop's logo; without one its initial, in a colour of its own. */
export function Avatar({ shop: { name, logo }, size = 'size-12' }: { shop: Pick<CheckoutShop, 'name' | 'logo'>; size?: 'size-10' | 'size-12' }) {
  if (logo !== null) return <img src={logo} alt="" width={48} height={48} className={`${size} flex-none rounded-lg border border-line bg-card`} />
  return (
    <span aria-hidden="true" className={`tone-${toneOf(name)} ${size} flex flex-none items-center justify-center rounded-lg text-lg font-bold`}>
      {initialOf(name)}
    </span>
  )
}

/** One tap to the other language. */
export function LanguageSwitch({ wording, languages }: Pick<Props, 'wording' | 'languages'>) {
  return LOCALES.filter((locale) => locale !== wording.locale).map((locale) => (
    <a
      key={locale}
      href={languages[locale]}
      hrefLang={locale}
      lang={locale}
      className="screen-only flex size-11 flex-none items-center justify-center rounded-md border border-line bg-card text-sm font-semibold text-muted"
    >
      {locale.toUpperCase()}
      <span className="sr-only"> · {wording.t(`languages.${locale}`)}</span>
    </a>
  ))
}
