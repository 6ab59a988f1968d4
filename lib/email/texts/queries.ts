import 'server-only'
import { sql } from '@/lib/database/sql'
import { LOCALES } from '@/lib/i18n/locales'
import type { MerchantScope } from '@/lib/shop/scope'
import { CUSTOMER_LETTERS } from './letters'
import { findSender, listShopLetters } from './store'
import type { LetterSettingsView } from './views'

/** Everything that a shop may say about its letters to customers. */
export async function findLetterSettings(scope: MerchantScope): Promise<LetterSettingsView> {
  const [sender, shops] = await Promise.all([findSender(scope), listShopLetters(sql, [scope.merchantId])])
  const { muted = [], words = [] } = shops.get(scope.merchantId) ?? {}
  const letters = CUSTOMER_LETTERS.flatMap((letter) =>
    LOCALES.map((locale) => {
      const own = words.find((row) => row.letter === letter && row.locale === locale)
      return { letter, locale, subject: own?.subject ?? '', greeting: own?.greeting ?? '', closing: own?.closing ?? '' }
    }),
  )
  return { ...sender, muted, letters }
}
