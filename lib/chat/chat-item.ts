import { findMoney, type MoneyToken } from './chat-money'

export type ChatItem = {
  name: string
  quantity: number
  /** Of one piece, in whole rupiah; null: the chat does not say. */
  price: number | null
}

export type ItemReading = ChatItem & {
  /** Whether its number and its price say by themselves that something is ordered. */
  isStrong: boolean
  /** The price may be for all of them: "2 kaos 150rb". */
  isDoubtful: boolean
  /** What it says all of them cost, where that is not what its pieces do. */
  mismatch: boolean
}

const COUNT_WORDS = 'pcs|pc|pieces|piece|buah|bh|biji|bj|potong|unit'
const MEASURES = 'bks|bungkus|pack|pak|box|kotak|lusin|set|pasang|pair|pairs|stel|lembar|lbr|botol|btl|bottle|bottles|kg|dus|porsi|ekor|cup|sachet|roll|meter|toples|loyang|kaleng|karton|kodi|dozen'
const NUMBER_WORDS: Record<string, number> = {
  satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10,
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
}

const UNIT = new RegExp(String.raw`(?<![\p{L}\d.,])(\d{1,4})\s?(?:(${COUNT_WORDS})|(${MEASURES}))(?![\p{L}\d])`, 'iu')
const TIMES = [/(?<![\p{L}\d.,])(\d{1,4})\s?[x×](?![\p{L}\d])/iu, /(?<![\p{L}\d])[x×]\s?(\d{1,4})(?![\p{L}\d]|[.,]\d)/iu, /(?<!\p{L})(?:qty|jml|jumlah|sebanyak|quantity)\s?:?\s?(\d{1,4})(?![\p{L}\d])/iu]
const LEADING = /^(\d{1,4})\s+(?=\p{L})/u
const CLOSING = [/\(\s?(\d{1,3})\s?\)/u, /[:=]\s?(\d{1,3})\s*$/u, /(?<!(?:no|nomor|size|ukuran|seri|tipe|type|varian|model|ke|level)\.?)\s(\d)$/iu]
const PER_PIECE = new RegExp(String.raw`^\s?(?:\/|per)\s?(?:${COUNT_WORDS}|${MEASURES}|item|pc|each)(?!\p{L})|^\s?(?:each|an\b|satuan)`, 'iu')

/** Words that point at something said or shown before: what is ordered stands elsewhere. */
const NO_NAME = /^(?:(?:yang |yg )?(?:ini|itu|tadi|tsb|tersebut|kemarin|kmrn|this|that|it|one|same|lagi|yang|yg|ya|kak|mbak|mba|sis|bu|semua|semuanya|all|right)[\s?.!,]*)+$/iu
/** It asks: nothing is ordered yet. */
const QUESTION = /(?<!\p{L})(?:apa|brp|berapa|brapa|ga|gak|nggak|ngga|engga|kan|bukan|kah|ready|right|how much)(?:\s+(?:ya|kak|sis|min|gan))*\s*\?/iu
/** "Pesan …", "mau beli …": what follows is ordered. */
export const isOrdering = (text: string): boolean => /^(?:(?:halo|hai|hi|kak|kakak|sis|gan|min|bang|mas|mbak|mba|bu|pak|saya|aku|sy|mau|ingin|tolong|jadi)[\s,]+)*(?:pesan|pesen|order|beli|ambil|buy|get)\s/iu.test(text)

const OF_ALL = /^\s?(?:semua(?:nya)?|total|all|for all)(?!\p{L})/iu

/** What people say before and after what they want. */
const FILLER = /^(?:(?:halo|hallo|hai|hi|hello|kak|kakak|ka|sis|gan|min|admin|bang|mas|mba|mbak|bu|pak|saya|aku|sy|mau|pengen|ingin|pesan|pesen|order|beli|tolong|minta|boleh|jadi|sama|ambil|yang|yg|tambah|dan|juga|and|plus|please|pls|i|we|want|would|like|to|buy|get|me|can|have|i'd|i'll|take)(?=[\s,.!:]|$)[\s,.!:]*)+/iu
const CLOSING_FILLER = /(?:[\s,.!]+(?:ya|yaa|yah|kak|kakak|ka|dong|deh|aja|saja|sis|gan|min|please|pls|thanks|thank you|makasih|terima kasih|masing-masing|harga))+[\s.!]*$/iu
/** Numbers before these are no quantities, and amounts beside those no prices. */
const NO_THING = /^(?:hari|jam|menit|minggu|bulan|tahun|orang|kali|days?|hours?|minutes?|weeks?|months?|years?|people|person|km|lantai|lt|gang|gg|blok|rt|rw|no|jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec|am|pm|wib|wita|wit)(?!\p{L})/iu
const NO_SALE = /(?<!\p{L})(?:transfer|tf|trf|transferred|bayar|dibayar|dp|lunas|paid|pay|paying|budget|kembalian|sisa|kurang|hutang|utang|saldo|admin|rekening|rek|norek|jalan|jl|jln|jam|pukul|tgl|tanggal)(?!\p{L})/iu

/**
 * One thing that is ordered: "2 kaos M @75rb", "Topi x2 50.000", "1. Kaos (3) = 225rb". Null when the
 * text names no such thing, or could be read in two ways.
 * @param isExpected it stands where orders stand, so that a name alone is enough
 * @param isOrdered its sentence says that it is ordered, so that a number at its end is how many
 */
export function readItem(text: string, { isExpected = false, isOrdered = false }: { isExpected?: boolean; isOrdered?: boolean } = {}): ItemReading | null {
  // "2x75rb": what is multiplied stands apart.
  const source = text.replaceAll(/(\d)\s?[x×*]\s?(?=rp|\d)/giu, '$1 x ')
  const prices = QUESTION.test(source) ? null : pricesOf(source)
  if (!prices) return null
  const counted = quantityOf(prices.rest.replace(FILLER, ''), { isSure: isExpected || isOrdered || prices.tokens > 0 })
  if (!counted) return null
  const name = nameOf(counted.rest)
  if (!/\p{L}/u.test(name) || NO_SALE.test(name) || NO_NAME.test(name)) return null
  const isCounted = counted.quantity !== null
  if (!isCounted && prices.tokens === 0 && !isExpected) return null
  const quantity = counted.quantity ?? 1
  const { each, other, isUnitSaid, isStrongMoney } = prices
  const common = { isStrong: isStrongMoney || counted.isUnit, isDoubtful: false, mismatch: false }
  if (each === null && other !== null) {
    // What all of them cost stays as it was said: dividing would invent a price.
    return { ...common, name: quantity > 1 ? clipped(`${quantity} ${name}`) : clipped(name), quantity: 1, price: other }
  }
  return {
    ...common, name: clipped(name), quantity, price: each,
    isDoubtful: each !== null && quantity > 1 && !isUnitSaid && other === null,
    mismatch: each !== null && other !== null && each * quantity !== other,
  }
}

type Prices = { each: number | null; other: number | null; isUnitSaid: boolean; isStrongMoney: boolean; tokens: number; rest: string }

/** Which amount is of one piece and which of all; null when there are too many to tell. */
function pricesOf(source: string): Prices | null {
  const followed = (token: MoneyToken) => source.slice(token.end)
  const before = (token: MoneyToken) => source.slice(0, token.start)
  const measured = new RegExp(String.raw`^\s?(?:${COUNT_WORDS}|${MEASURES})(?!\p{L})`, 'iu')
  const tokens = findMoney(source).filter((token) => token.isStrong || !measured.test(followed(token)))
  const units = tokens.filter((token) => /@\s*$/.test(before(token)) || PER_PIECE.test(followed(token)))
  const totals = tokens.filter((token) => !units.includes(token) && (/(?:=|(?<!\p{L})(?:jadi|total))\s*$/iu.test(before(token)) || OF_ALL.test(followed(token))))
  const plain = tokens.filter((token) => !units.includes(token) && !totals.includes(token))
  if (units.length > 1 || totals.length > 1 || plain.length > 1 || units.length + plain.length > 1) return null
  let rest = ''
  let end = 0
  for (const token of tokens) {
    rest += `${source.slice(end, token.start).replace(/(?:@|=|(?<!\p{L})(?:jadi|total|harga|hrg|price|at|for))\s*$/iu, '')} `
    const tail = PER_PIECE.exec(followed(token)) ?? OF_ALL.exec(followed(token))
    end = token.end + (tail ? tail[0].length : 0)
  }
  rest += source.slice(end)
  return {
    each: (units[0] ?? plain[0])?.amount ?? null,
    other: totals[0]?.amount ?? null,
    isUnitSaid: units.length > 0, isStrongMoney: tokens.some(({ isStrong }) => isStrong), tokens: tokens.length, rest,
  }
}

type Counted = { quantity: number | null; isUnit: boolean; rest: string }

/** How many; `quantity` null when it does not say. Null for a number of something else, and for two numbers. */
function quantityOf(source: string, { isSure }: { isSure: boolean }): Counted | null {
  const words = source.replaceAll(/\s+/g, ' ').replace(isSure ? CLOSING_FILLER : /$^/, '').trim()
  // "satu lusin donat" is counted as "1 lusin donat" is.
  const text = isSure ? words.replace(/^(\p{L}+)(?=\s+\p{L})/u, (word) => (Object.hasOwn(NUMBER_WORDS, word.toLowerCase()) ? String(NUMBER_WORDS[word.toLowerCase()]) : word)) : words
  const unit = UNIT.exec(text)
  const leading = LEADING.exec(text)
  const isSecond = unit !== null && leading !== null && unit.index > 0
  if (isSecond && unit[2]) return null
  // "1 kopi 1kg": the measure belongs to the name.
  if (unit && !isSecond) {
    const rest = text.replace(unit[0], ' ')
    const measure = unit[3] ? ` (${unit[3].toLowerCase()})` : ''
    // "tumpeng 1 (10 porsi)": one, or ten?
    if (/\d\s*\(\s*\)/.test(rest) || UNIT.test(rest) || TIMES.some((pattern) => pattern.test(rest))) return null
    return valid({ quantity: Number(unit[1]), isUnit: true, rest: `${nameOf(rest)}${measure}` })
  }
  // "level 3 x 2" is two of level 3, and "karpet 2 x 3" may be a size.
  const both = /(?<![\p{L}\d.,])(\d{1,4})\s?[x×]\s?(\d{1,4})(?![\p{L}\d.,])/iu.exec(text)
  if (both) {
    const before = text.slice(0, both.index)
    const isNumbered = /(?<!\p{L})(?:no|nomor|size|ukuran|uk|seri|tipe|type|varian|model|level|lv|isi)\.?\s$/iu.test(before)
    return isNumbered ? valid({ quantity: Number(both[2]), isUnit: true, rest: `${before}${both[1]}${text.slice(both.index + both[0].length)}` }) : null
  }
  for (const pattern of TIMES) {
    const match = pattern.exec(text)
    if (!match) continue
    const rest = text.replace(match[0], ' ')
    return TIMES.some((other) => other.test(rest)) ? null : valid({ quantity: Number(match[1]), isUnit: true, rest })
  }
  if (leading) {
    const rest = text.slice(leading[0].length)
    return NO_THING.test(rest) ? null : valid({ quantity: Number(leading[1]), isUnit: false, rest })
  }
  if (!isSure) return { quantity: null, isUnit: false, rest: text }
  for (const pattern of CLOSING) {
    const match = pattern.exec(text)
    if (match) return valid({ quantity: Number(match[1]), isUnit: false, rest: text.replace(match[0], ' ') })
  }
  return { quantity: null, isUnit: false, rest: text }
}

const valid = (counted: Counted): Counted | null => (counted.quantity === 0 ? null : counted)

function nameOf(text: string): string {
  const trimmed = (value: string) => value.replaceAll(/\s+/g, ' ').replaceAll(/ ([,.;:])/g, '$1').replaceAll(/^[\s\-–—:,.;=@/+|&]+|[\s\-–—:,;=@/+|&]+$/gu, '').replaceAll(/\(\s*\)/g, '').trim()
  return trimmed(trimmed(text).replace(FILLER, '').replace(CLOSING_FILLER, ''))
}

/** As long as an item's name may be. */
const clipped = (name: string): string => [...name].slice(0, 50).join('').trim()
