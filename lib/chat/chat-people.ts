/** Indonesian mobile numbers as people write them, and foreign ones with their plus. */
const PHONE = /(?<![\d\p{L}.,])(?:\(?\+?62\)?[\s.-]?8\d|\(?0\s?8\d)(?:[\s.-]?\d){6,11}(?!\d)|(?<!\d)\+\d{1,3}(?:[\s.-]?\d){7,12}(?!\d)|(?<![\d.,])8[1-9]\d{7,10}(?!\d)/u

const EMAIL = /[^\s@,;:<>()]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}/

/** The first phone number of a text, at most 20 characters as fields take it, and the text without it. */
export function phoneIn(text: string): { phone: string; rest: string } | null {
  const match = PHONE.exec(text)
  if (!match) return null
  const typed = match[0].replaceAll(/[()]/g, '')
  const phone = typed.length <= 20 ? typed : typed.replaceAll(/[\s.-]/g, '')
  return { phone, rest: without(text, match) }
}

export function emailIn(text: string): { email: string; rest: string } | null {
  const match = EMAIL.exec(text)
  return match ? { email: match[0], rest: without(text, match) } : null
}

const without = (text: string, match: RegExpExecArray): string => `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replaceAll(/\s+/g, ' ').trim()

const ADDRESS = /^(?:jl|jln|jalan|gg|gang|perum|perumahan|komp|komplek|kompleks|cluster|apartemen|apartment|apt|blok|dusun|dsn|desa|ds|kp|kampung|rt|kec|kel|kab|kota|kecamatan|kelurahan|kabupaten|ruko|kost|kos-kosan|d\/a)(?![\p{L}])[\s.:]|^\d{1,4}\s+(?:jl|jalan)\b|(?<!\p{L})(?:street|st\.|road|rd\.|avenue|rt\.?\s?\d{1,3}\s?\/?\s?rw)(?!\p{L})/iu

/** It begins as addresses do. */
export const isAddressLike = (text: string): boolean => ADDRESS.test(text)

const POLITE = String.raw`halo|hallo|siang2|pagi2|asalamualaikum|hai|hi|hello|hey|kak|kakak|ka|sis|gan|min|admin|bang|mas|mba|mbak|bu|pak|om|tante|dear|selamat|pagi|siang|sore|malam|malem|good|morning|afternoon|evening|assalamualaikum|assalamu'alaikum|waalaikumsalam|wr|wb|permisi|misi|makasih|makasi|makasii|terima|terimakasih|trims|tq|ty|thx|thanks|thank|you|kasih|ya|yaa|yah|iya|ok|oke|okay|siap|baik|sip|dong|deh|ini|berikut|saya|mau|order|pesan|pesen|data|datanya|format|formatnya|orderan|pesanan|nya|tolong|ditunggu|sama|sama-sama|banyak|sangat|so|much|please|here|is|my|the|details?`
const GREETING = new RegExp(`^(?:(?:${POLITE})(?![\\p{L}-])[\\s,.!?:()]*)+$`, 'iu')

/** Politeness, and what announces an order: nothing is lost by passing it over. */
export const isGreeting = (text: string): boolean => GREETING.test(text) || !/[\p{L}\d]/u.test(text)

/** What is only said to the one who reads it, at the end: "ke Bandung ya kak". */
export const withoutPoliteEnd = (text: string): string => text.replace(/(?:[\s,.]+(?:ya+h?|iya|kak+|kakak|ka|sis|gan|min|dong|deh|aja|makasih|thanks|please))+[\s.!]*$/iu, '')

/** No name has these: they are about what is ordered, or when, or how. */
const NO_NAME = /(?<!\p{L})(?:warna|ukuran|size|model|motif|yang|yg|mohon|minta|tolong|sisanya|nanti|besok|lusa|pas|ambil|kirim|dikirim|antar|bayar|cod|transfer|cek|dicek|bisa|ga|gak|nggak|ngga|belum|sudah|udah|untuk|buat|kado|jangan|tanpa|pakai|pake|kalo|kalau|ready|stok|total|ongkir|the|for|with|without|no|not|color|colour)(?!\p{L})/iu

/** One to four words without a number, as names are. */
export const isNameLike = (text: string): boolean =>
  text.length <= 50 && /^\p{L}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,3}$/u.test(text) && !isGreeting(text) && !NO_NAME.test(text) && !isAddressLike(`${text} `)
