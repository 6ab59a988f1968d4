import { isLabel } from './chat-labels'

export type ChatSegment = {
  text: string
  /** Something new begins here: an empty line, or another message. */
  isNew: boolean
}

export type ChatLines = { segments: ChatSegment[]; senders: string[] }

/** Longer than any order; the rest is not read. */
const MAX_TEXT = 10_000
const MAX_SEGMENTS = 300

const MOMENT = String.raw`^\[?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?, \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)(?:\s?[ap]\.?m\.?)?`

/** `[20/11/26 10:03] Sari: `, `[20/11, 10.03] Sari: `, `20/11/26, 10.03 - Sari: `, `[10:03, 20/11/2026] Sari: `: an exported or copied message. */
const PREFIX = new RegExp(String.raw`${MOMENT}\]?(?: -)? ([^:\n]{1,60}): ?`, 'iu')

/** A moment without a sender: WhatsApp itself says something. */
const NOTICE = new RegExp(String.raw`${MOMENT} - (?![^:\n]{1,60}: )`, 'iu')

/** What stands for a picture or a message that is not there any more. */
const PLACEHOLDER = /^(?:<?(?:media|gambar|foto|stiker|sticker|video|audio|image|dokumen|document|gif|kontak|contact card)\s(?:tidak disertakan|omitted)>?|(?:pesan ini (?:telah )?dihapus|(?:kamu|anda) (?:telah )?menghapus pesan ini|(?:this message was|you) deleted(?: this message)?)\.?|.{0,60}\((?:file terlampir|file attached)\))$|end-to-end/iu
const EDITED = /\s*<(?:pesan ini diedit|this message was edited)>$/iu

/** A chat cut into the parts that it was written in: lines, slashes between parts; without bullets, emoji and WhatsApp's signs. */
export function segmentsOf(chat: string): ChatLines {
  const senders: string[] = []
  const segments: ChatSegment[] = []
  let isNew = true
  for (const raw of chat.slice(0, MAX_TEXT).toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').split('\n')) {
    const line = raw.replaceAll(/[\p{Cf}\p{Cc}]/gu, '').replaceAll(/[\u00a0\u202f]/g, ' ')
    if (NOTICE.test(line.trim())) continue
    const prefix = PREFIX.exec(line.trim())
    const sender = prefix?.[1]?.replace(/^~\s?/, '').trim()
    if (sender) senders.push(sender)
    isNew ||= Boolean(prefix) || line.trim() === ''
    const said = prefix ? line.trim().slice(prefix[0].length) : line
    if (PLACEHOLDER.test(said.trim())) continue
    for (const part of splitAtSlashes(said.replace(EDITED, ''))) {
      const text = plain(part)
      if (text === '' || segments.length >= MAX_SEGMENTS) continue
      segments.push({ text, isNew })
      isNew = false
    }
  }
  return { segments, senders: [...new Set(senders)] }
}

/** Slashes with space around them part, and so does a known label in the middle: `Nama: Sari Alamat: …`, `Sari/hp: …`. */
const splitAtSlashes = (line: string): string[] => line.split(/\s+\/{1,2}\s+|\s*[|;]\s*/u).flatMap(splitAroundPhone).flatMap(splitAtLabels)

/** `Sari/0812…/2 kaos`: what has a phone number for itself between slashes is no `RT 01/02`. */
function splitAroundPhone(part: string): string[] {
  const pieces = part.split(/(?<!\d)\/|\/(?!\d{1,3}(?!\d))|\/(?=\d{1,3}\s+\p{L})/u)
  return pieces.length > 1 && pieces.some((piece) => /^\s*\+?(?:62|0)?8[\d\s.-]{7,16}\s*$/.test(piece)) ? pieces : [part]
}

function splitAtLabels(part: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const { index } of part.matchAll(/:/g)) {
    // The longest label of up to three words before the colon.
    const words = /(?:[\p{L}.]{1,20}\s){0,2}[\p{L}.]{1,20}\s?$/u.exec(part.slice(start, index))
    if (!words) continue
    const places = [...words[0].matchAll(/(?<![\p{L}.])\p{L}/gu)].map((match) => match.index)
    const place = places.find((from) => isLabel(words[0].slice(from)))
    const cut = place === undefined ? start : start + words.index + place
    if (cut === start || !/[\s/.,(]/.test(part[cut - 1] ?? '')) continue
    pieces.push(part.slice(start, cut).replace(/[\s/.,(]+$/, ''))
    start = cut
  }
  return [...pieces, part.slice(start)]
}

function plain(part: string): string {
  return part
    .replaceAll(/\d\ufe0f?\u20e3/gu, ' ')
    .replaceAll(/[✖✕✗]\ufe0f?/gu, 'x')
    // The pin says it without the word.
    .replace(/^\s*📍\s*(?=[^:]*$)/u, 'alamat: ')
    .replaceAll(/\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}]|\ufe0f|\u20e3/gu, ' ')
    .replaceAll(/(?<![\p{L}\d])[*_~]+(?=\S)|(?<=[^\s*_~])[*_~]+(?![\p{L}\d])/gu, '')
    .replace(/^(?:[\s\-–—•·▪►>✓✔*=#]|\+(?=\s))+/u, '')
    .replace(/^(?:\d{1,2}[.)]\s*(?=\p{L})|\d{1,2}[.)]\s+)/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Where another sentence, or another half of one, begins. */
export const clausesOf = (text: string): string[] => text.split(/\s*,\s+|(?<=[.!?])\s+/u).map((clause) => clause.replace(/[.!]+$/u, '').trim()).filter(Boolean)

/** "2 kaos sama 1 topi": two things, not one with a long name. */
export const isJoined = (text: string): boolean => /\s(?:[+&]|dan|and|plus|sama)\s/iu.test(text)

/** "2 kaos, 1 topi dan 3 tas": where another thing may begin. */
export const partsOf = (text: string): string[] =>
  text.split(/\s+(?=(?:grand total|total|ongkir|ongkos kirim|diskon|shipping|discount)\s*[:=]?\s*(?:rp|\d))|\s*,\s+|,(?=\s*\d{1,2}\s+(?!(?:rb|ribu|k|jt|juta)(?!\p{L}))\p{L})|\s+[+&]\s+|\s+(?:dan|and|plus|sama)\s+(?=\d|\p{L})/iu).map((part) => part.trim()).filter(Boolean)
