import type { Layout, ReadStatement } from './views'

const KNOWN: ReadonlySet<string> = new Set(['bca', 'mandiri', 'bri', 'bni', 'jago'] satisfies Layout[])

/**
 * Whether a statement says of itself that it is another account's: by the number above its rows, or
 * by its bank's layout. Equal amounts may be expected on two accounts, so a statement that is laid to
 * the wrong one could confirm the wrong order. One that says nothing is taken as the seller says.
 */
export function isOtherAccount(text: string, { layout, entries, problems }: ReadStatement, account: { bank: string | null; number: string | null }): boolean {
  const firstLine = Math.min(...[...entries, ...problems].map(({ line }) => line))
  const numbers = Number.isFinite(firstLine) ? numbersIn(text.split(/\r\n|\n|\r/, firstLine - 1).join('\n')) : []
  const own = account.number?.replaceAll(/\D/g, '') ?? ''
  if (own !== '' && numbers.length > 0) return !numbers.includes(own)
  const bank = bankOf(account)
  return KNOWN.has(bank) && layout !== 'other' && layout !== bank
}

/** The only account of the bank whose layout a statement has, so that the seller need not look for it; null where nothing says which. */
export function accountOfLayout<Account extends { bank: string | null }>(accounts: readonly Account[], layout: Layout): Account | null {
  const [found, ...others] = accounts.filter((account) => bankOf(account) === layout)
  return found && others.length === 0 ? found : null
}

const bankOf = ({ bank }: { bank: string | null }): string => bank?.toLowerCase().replace(/^bank /, '') ?? ''

const numbersIn = (head: string): string[] =>
  [...head.matchAll(/(?:rek(?:ening)?|account)\b[^\d\n]{0,20}(\d[\d .-]{5,22}\d)/gi)].map(([, number = '']) => number.replaceAll(/\D/g, ''))
