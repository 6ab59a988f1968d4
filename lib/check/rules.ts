/** What somebody pasted to have it checked: one of our links, or what is wrong with the address. */
export type ReadAddress =
  | { kind: 'link'; slug: string }
  /** On this server, but no link's page. */
  | { kind: 'noLink' }
  | { kind: 'foreign'; host: string }
  | { kind: 'lookalike'; trick: Trick; host: string }
  | { kind: 'several' }
  | { kind: 'unreadable' }

/**
 * How an address pretends. `userinfo`: https://ours@theirs; `punycode`: letters of another alphabet;
 * `similar`: one or two letters off, or our name as a part of another; `hidden`: characters that nobody sees
 * or that browsers read in different ways; `insecure`: ours, but by http; `port`; `scheme`: javascript:, data:, …
 */
export type Trick = 'userinfo' | 'punycode' | 'similar' | 'hidden' | 'insecure' | 'port' | 'scheme'

const MAX_LENGTH = 2_000
const SLUG = /^[a-z0-9-]{1,50}$/
const LINK_PATH = /^\/(?:p|payment-links)\/([a-z0-9-]{1,50})(?:\/|$)/

/** Zero-width and direction marks, controls, backslashes: no honest address has any. */
const HIDDEN = /[\p{Cc}\p{Cf}\\]/u
const WEB = /^https?:\/\//i
/** Not every word before a colon: people write so. */
const OTHER_SCHEME = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|vbscript|blob|file|intent|mailto|tel|sms|whatsapp|view-source):)/i
/** `toko.example/…`, `203.0.113.7`, `localhost:3000/p/…`; no amount such as 75.000. */
const HOST_FIRST = [/^[^/?#]+\.\p{L}[^/?#\s]+(?:[/?#:]|$)/u, /^\d+(?:\.\d+){3}(?:[/?#:]|$)/, /^[^/?#\s]+(?::\d+)?\/p\//u]

/**
 * Reads a pasted address, ID, or message with one address in it.
 * @param ownUrl this server's public address
 */
export function readAddress(pasted: string, ownUrl: string): ReadAddress {
  if (pasted.length > MAX_LENGTH || !pasted.isWellFormed()) return { kind: 'unreadable' }
  const text = pasted.trim().replace(/^[<("'“]+|[>)"'”]+$/gu, '')
  if (text === '') return { kind: 'unreadable' }
  if (SLUG.test(text.toLowerCase())) return { kind: 'link', slug: text.toLowerCase() }
  const words = text.split(/\s+/u).filter((word) => isAddressLike(word))
  if (words.length > 1 && new Set(words).size > 1) return { kind: 'several' }
  const [address] = words
  return address === undefined ? { kind: 'unreadable' } : judge(address.replace(/[.,;!]+$/u, ''), new URL(ownUrl))
}

function isAddressLike(word: string): boolean {
  return OTHER_SCHEME.test(word) || HOST_FIRST.some((pattern) => pattern.test(word))
}

function judge(address: string, own: URL): ReadAddress {
  if (!WEB.test(address) && OTHER_SCHEME.test(address)) return { kind: 'lookalike', trick: 'scheme', host: '' }
  const url = URL.parse(WEB.test(address) ? address : `${own.protocol}//${address}`)
  if (!url) return { kind: 'unreadable' }
  const typedHost = authorityOf(address)
  const tell = (trick: Trick): ReadAddress => ({ kind: 'lookalike', trick, host: url.host })
  if (url.username !== '' || url.password !== '' || typedHost.includes('@')) return tell('userinfo')
  if (HIDDEN.test(address)) return tell('hidden')
  // What is typed in other letters may still lead to us, after a browser's own folding: nobody writes our name so.
  if (/[^\u0020-\u007e]/u.test(typedHost) || url.hostname.split('.').some((label) => label.startsWith('xn--'))) return tell('punycode')
  if (url.hostname !== own.hostname) return looksLike(url.hostname, own.hostname) ? tell('similar') : { kind: 'foreign', host: url.host }
  if (url.protocol !== own.protocol) return tell('insecure')
  if (url.port !== own.port) return tell('port')
  const slug = LINK_PATH.exec(url.pathname)?.[1]
  return slug === undefined ? { kind: 'noLink' } : { kind: 'link', slug }
}

/** What stands where a host should, as typed: a parsed address has it folded already. */
function authorityOf(address: string): string {
  return address.replace(/^[a-z]+:[/\\]*/i, '').split(/[/?#\\]/, 1)[0] ?? ''
}

function looksLike(host: string, own: string): boolean {
  const plain = (name: string) => name.replace(/\.$/, '').replace(/^www\./, '')
  const [theirs, ours] = [plain(host), plain(own)]
  const brand = ours.split('.')[0] ?? ours
  return theirs === ours || theirs.includes(ours) || (brand.length >= 4 && theirs.split(/[.-]/).some((part) => distance(folded(part), folded(brand)) <= 1)) || distance(folded(theirs), folded(ours)) <= 2
}

/** Letters that are mistaken for one another. */
const folded = (name: string) => name.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('0', 'o').replaceAll(/[1i|]/g, 'l')

/** Levenshtein's: how many letters have to be changed, added or taken away. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[b.length] ?? 0
}
