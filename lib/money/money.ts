/**
 * Every currency of ISO 4217 that people pay with, by the digits after its decimal point. Left out:
 * what nobody hands over (funds such as CLF, metals, units of account, codes for tests). Words in one
 * string, because browsers load them.
 *
 * Rupiah have no decimals here though ISO says two: no bank or gateway of Indonesia moves sen.
 */
const CODES = {
  0: 'BIF CLP DJF GNF IDR ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: 'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
} as const

type WordsOf<Text extends string, Found = never> = Text extends `${infer Word} ${infer Rest}` ? WordsOf<Rest, Found | Word> : Found | Text

/** An ISO 4217 code. */
export type Currency = WordsOf<(typeof CODES)[keyof typeof CODES]>

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, Number(exponent)] as const)),
)

/** All codes, by the alphabet. */
export const CURRENCIES = [...EXPONENTS.keys()].sort() as [Currency, ...Currency[]]

/** What a shop sells in until it says otherwise, and all that Indonesian banks and QRIS move. */
export const DEFAULT_CURRENCY = 'IDR' satisfies Currency

/** The largest price, discount or total, in minor units of any currency: twelve digits, exact as a JavaScript number. */
export const MAX_AMOUNT = 999_999_999_999

export const isCurrency = (code: string): code is Currency => EXPONENTS.has(code)

/** How many digits stand after the decimal point: one unit is 10^exponent of the minor units that amounts are kept in. */
export const exponentOf = (currency: Currency): number => EXPONENTS.get(currency) ?? 0

/** A stored currency code; throws when the database holds one that this code does not know. */
export function requireCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`unknown currency ${code}`)
  return code
}

/**
 * A database amount as a number, in minor units; throws rather than round.
 * @throws RangeError beyond 2^53
 */
export function amountOf(stored: bigint | number): number {
  const amount = Number(stored)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`amount ${stored} is not exact as a number`)
  return amount
}
