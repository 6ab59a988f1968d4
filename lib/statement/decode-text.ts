const UNREADABLE = '\uFFFD'

/**
 * The text of a file in whatever encoding a bank or a spreadsheet wrote it: a byte order mark decides, else NULs
 * between letters mean UTF-16, else UTF-8 where that fits, else Windows-1252, in which every byte is something.
 * A file of UTF-8 in which a few bytes are broken stays one: those are `\uFFFD`, and all else is as it was meant.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  return isMostlyReadable(text) ? text : new TextDecoder('windows-1252').decode(bytes)
}

/** What the first bytes say; null where they say nothing. */
function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const head = bytes.subarray(0, 2_000)
  const nuls = [0, 1].map((parity) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length)
  const [even = 0, odd = 0] = nuls
  if (odd > head.length / 4 && even === 0) return 'utf-16le'
  if (even > head.length / 4 && odd === 0) return 'utf-16be'
  return null
}

/** Letters of Windows-1252 make whole ones of UTF-8 by rare chance only: these are in the majority, or it is none. */
function isMostlyReadable(text: string): boolean {
  const broken = text.split(UNREADABLE).length - 1
  return broken === 0 || (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length > broken
}
