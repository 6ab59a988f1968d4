import 'server-only'
import { wordingOf } from '@/lib/i18n/wording'
import { fillMessage } from '@/lib/message/fill'
import { accentShades } from '@/lib/shop/profile/accent'
import { harmlessText } from '../harmless-text'
import type { Letter } from '../letter'
import type { CustomerLetter } from './letters'
import type { ShopLetters } from './views'

/**
 * A letter to a customer as its shop wants it: its logo and colour, its own subject, a greeting above
 * and a sign-off below. What the letter says of money, codes and dates stays ours.
 */
export function inOwnWords(letter: Letter, { name, shop }: { name: CustomerLetter; shop: ShopLetters | undefined }): Letter {
  if (!shop) return letter
  const own = shop.words.find((words) => words.letter === name && words.locale === letter.locale)
  const filled = (text: string | null | undefined) => (text ? fillMessage(text, letter.values) : '')
  const subject = harmlessText(filled(own?.subject))
  const prefix = letter.isTest ? `${wordingOf(letter.locale).email('testPrefix')} ` : ''
  return {
    ...letter,
    logo: shop.logo,
    accent: shop.accentColor === null ? null : accentShades(shop.accentColor),
    subject: subject ? prefix + subject : letter.subject,
    greeting: harmlessLines(filled(own?.greeting)),
    signOff: harmlessLines(filled(own?.closing)),
  }
}

const harmlessLines = (text: string): string[] => text.split('\n').map(harmlessText).filter(Boolean)
