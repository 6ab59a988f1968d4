/** Digits, and what people put between and around those of a phone number. */
const LIKE_A_NUMBER = /^[+\d\s().-]+$/
/** Behind the country or the 0; fewer are hardly a number, and too few for the search index. */
const SHORTEST_LOCAL = 3
const INDONESIA = '62'

/**
 * How a text that somebody looks for may be written down, in lower case: as it is, and where it may be a part of a phone
 * number also as bare digits, with Indonesia's 62 in front where 0 was typed and the other way round.
 * What is looked through has phone numbers as {@link bareNumber}.
 */
export function writtenAs(text: string): string[] {
  const typed = text.toLowerCase()
  const number = numberIn(typed)
  if (!number) return [typed]
  const { digits, local } = number
  return [...new Set(local === digits ? [typed, digits] : [typed, digits, `0${local}`, `${INDONESIA}${local}`])]
}

/** The fewest texts of which each way of {@link writtenAs} contains one: what the ways of writing a number have in common. */
export function commonTo(text: string): string[] {
  const typed = text.toLowerCase()
  const number = numberIn(typed)
  if (!number) return [typed]
  return typed.includes(number.local) ? [number.local] : [typed, number.local]
}

/** `local` has no country and no 0 in front. */
function numberIn(typed: string): { digits: string; local: string } | null {
  const digits = bareNumber(typed)
  const local = digits.startsWith('0') ? digits.slice(1) : digits.startsWith(INDONESIA) ? digits.slice(INDONESIA.length) : digits
  return LIKE_A_NUMBER.test(typed) && local.length >= SHORTEST_LOCAL ? { digits, local } : null
}

/** A phone number as searches know it: without what people put between its digits. */
export const bareNumber = (phone: string): string => phone.replaceAll(/\D/g, '')
