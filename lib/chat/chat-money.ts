import { MAX_AMOUNT } from '@/lib/money/money'

/** An amount where it stands in a text, in whole rupiah. */
export type MoneyToken = {
  amount: number
  start: number
  end: number
  /** It says itself that it is money: `Rp`, groups of three, `rb`, `jt`. */
  isStrong: boolean
}

const SCALES: Record<string, number> = { rb: 1_000, rbu: 1_000, ribu: 1_000, rebu: 1_000, k: 1_000, jt: 1_000_000, juta: 1_000_000 }

const MONEY = new RegExp(
  String.raw`(?<![\p{L}\d.,+]|\d[-–])(rp\.?\s?|idr\s?)?` +
    String.raw`(\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,9}(?:[.,]\d{1,2})?)` +
    String.raw`(?:\s?(rb|rbu|ribu|rebu|k|jt|juta))?(?![\p{L}\d]|[.,]\d)(?:,-|\.-)?`,
  'giu',
)

/** Prices below this are written with `Rp` or not at all: a bare number may be a size or a house. */
const SMALLEST_BARE = 500
/** After `@` and `=` too: "@75" is 75 thousand to who writes it, and "M = 3" three pieces. */
const SMALLEST_MARKED = 100

/**
 * Every amount that a text names, as people type it in chats: `75rb`, `1,5jt`, `15k`, `Rp 75.000`, `75,000`.
 * A bare number counts when it is round, as prices are and years and postal codes are not.
 * Nothing is guessed: what can be read in two ways (`1.234jt`, `7.5`) is no amount.
 * @param anyBare also numbers that are not round, where a label says that they are money
 */
export function findMoney(text: string, { anyBare = false }: { anyBare?: boolean } = {}): MoneyToken[] {
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const [whole, currency, digits = '', word] = match
    const amount = amountOf(digits, word?.toLowerCase())
    if (amount === null) return []
    const isStrong = Boolean(currency ?? word) || /[.,]\d{3}/.test(digits)
    const start = match.index
    const isMarked = /[@=]\s*$/.test(text.slice(0, start))
    if (!isStrong && amount < (isMarked ? SMALLEST_MARKED : SMALLEST_BARE)) return []
    if (!isStrong && !isMarked && !anyBare && amount % 100 !== 0) return []
    return [{ amount, start, end: start + whole.length, isStrong }]
  })
}

/** The amount of a text that is about nothing else; null for none, and for several. */
export function onlyMoney(text: string): number | null {
  const [token, another] = findMoney(text, { anyBare: true })
  if (!token || another) return null
  const around = `${text.slice(0, token.start)} ${text.slice(token.end)}`.toLowerCase()
  return /\d/.test(around) || around.replaceAll(/\b(?:ya|yaa|kak|sis|gan|min|dong|aja|saja|semua|semuanya|nya|total|jadi|all|in|right|kan|kah|bener|benar|betul|correct|sudah|termasuk|incl|include|ongkir|is|of|only|please|makasih|makasi|terima|kasih|trims|thanks|thx)\b|[^\p{L}]/gu, '') !== '' ? null : token.amount
}

/** What makes an amount another thing's. */
const OTHERS = /,|(?<!\p{L})(?:gratis|free|bebas|total(?:nya)?|jadi(?:nya)?|semua(?:nya)?|subtotal|dp|bayar|transfer|tf|harga)(?!\p{L})/iu

/** As long as a courier's name, or a town's. */
const FEW_WORDS = /^[\p{L}&.\s-]{0,30}$/u

/** The amount of a text with no other number in it, whose few words may say whose it is: "JNE REG Rp 18.000". Null for none, for several, and for a question. */
export function amountAmongWords(text: string): number | null {
  const [token, another] = findMoney(text, { anyBare: true })
  const around = token ? `${text.slice(0, token.start)} ${text.slice(token.end)}` : ''
  return !token || another || !FEW_WORDS.test(around.replaceAll(/,-|\.-/g, '').trim()) || OTHERS.test(around) ? null : token.amount
}

/** "12.000 = 162.000": a part, and what it comes to with everything before; null for anything else. */
export function partAndSum(text: string): { part: number; sum: number } | null {
  const [before = '', after, more] = text.split('=')
  const [part, sum] = [onlyMoney(before), after === undefined || more !== undefined ? null : onlyMoney(after)]
  return part !== null && sum !== null && sum > part ? { part, sum } : null
}

function amountOf(digits: string, word: string | undefined): number | null {
  const scale = word ? (SCALES[word] ?? 1) : 1
  const [, whole = '', decimals = ''] = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(digits) ?? []
  const isGrouped = /[.,]/.test(whole)
  // 1.234jt: a thousand millions, or one million and a bit?
  if (whole === '' || (isGrouped && scale > 1_000)) return null
  const unit = Number(whole.replaceAll(/[.,]/g, ''))
  if (decimals !== '' && scale === 1 && (!isGrouped || decimals !== '00')) return null
  if (decimals !== '' && scale > 1 && isGrouped) return null
  const amount = unit * scale + (scale > 1 && decimals !== '' ? (Number(decimals) * scale) / 10 ** decimals.length : 0)
  return amount > 0 && amount <= MAX_AMOUNT ? amount : null
}
