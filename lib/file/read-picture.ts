import 'server-only'
import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { HEIC_START_BYTES, isHeic } from './heic'
import { inTurn } from './in-turn'
import type { PictureProblem } from './views'

/** A picture as it is kept: drawn anew, so nothing of the file that was sent is in it but what could be seen. */
export type ReadPicture = {
  jpeg: Buffer
  /** SHA-256, hexadecimal, of what was sent. */
  sentHash: string
  /** dHash, 64 bits, hexadecimal: alike for pictures that look alike from afar. */
  pictureHash: string
}

/** What phones and screenshots make. The first bytes decide, never the name or the type that was sent. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif'])
/** A phone's picture of 200 megapixels does not fit 10 MB; 64 is far more than any screenshot. */
const MAX_PIXELS = 64_000_000
const MAX_SIDE = 2_000
const QUALITY = 80
const SECONDS = 20

/**
 * Decodes what a stranger sent and draws it anew as a JPEG, upright, at most 2,000 pixels a side,
 * without metadata. SVG, PDF, moving pictures, giants and broken files are refused.
 */
export async function readPicture(sent: Buffer): Promise<{ ok: true; picture: ReadPicture } | { ok: false; problem: PictureProblem }> {
  const drawn = await drawAnew(sent, (picture) =>
    picture
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY }),
  )
  if (!drawn.ok) return drawn
  const jpeg = drawn.bytes
  return { ok: true, picture: { jpeg, sentHash: createHash('sha256').update(sent).digest('hex'), pictureHash: await differenceHash(jpeg) } }
}

/**
 * The one way of a stranger's picture through a decoder: known formats only, within limits, few at a
 * time. Nothing of the file is in what comes out but what could be seen.
 * @param draw what to make of it; it comes upright and without metadata
 */
export async function drawAnew(sent: Buffer, draw: (picture: Sharp) => Sharp): Promise<{ ok: true; bytes: Buffer } | { ok: false; problem: PictureProblem }> {
  return await inTurn(() => read(sent, draw))
}

async function read(sent: Buffer, draw: (picture: Sharp) => Sharp): ReturnType<typeof drawAnew> {
  if (!hasKnownStart(sent)) return { ok: false, problem: 'notAPicture' }
  let facts
  try {
    facts = await sharp(sent, { limitInputPixels: false }).metadata()
  } catch {
    return { ok: false, problem: unopened(sent) }
  }
  const { format, pages = 1, width, height } = facts
  if (!FORMATS.has(format)) return { ok: false, problem: 'notAPicture' }
  if (pages > 1) return { ok: false, problem: 'moves' }
  if (width * height > MAX_PIXELS) return { ok: false, problem: 'tooManyPixels' }
  try {
    const picture = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', animated: false, autoOrient: true })
    return { ok: true, bytes: await draw(picture).timeout({ seconds: SECONDS }).toBuffer() }
  } catch {
    return { ok: false, problem: unopened(sent) }
  }
}

/** The prebuilt libvips has no HEVC decoder, for its licence: iPhones' photos are told apart from broken files. */
const unopened = (sent: Buffer): PictureProblem => (isHeic(sent.toString('latin1', 0, HEIC_START_BYTES)) ? 'heic' : 'broken')

/** JPEG, PNG, WebP and the ISO media files of HEIC and AVIF: nothing else even reaches a decoder. */
function hasKnownStart(sent: Buffer): boolean {
  const text = (from: number, to: number) => sent.toString('latin1', from, to)
  if (sent.length < 16) return false
  return text(0, 3) === '\xff\xd8\xff' || text(0, 8) === '\x89PNG\r\n\x1a\n' || (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') || text(4, 8) === 'ftyp'
}

/** Brighter to the right or not, on a grid of 8 × 8 (Krawetz, "Kind of Like That", 2013). Faint differences count as none: receipts are mostly white. */
async function differenceHash(jpeg: Buffer): Promise<string> {
  const grey = await greyscale(sharp(jpeg), 9, 8)
  let bits = 0n
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) bits = (bits << 1n) | ((grey[y * 9 + x] ?? 0) + FAINT < (grey[y * 9 + x + 1] ?? 0) ? 1n : 0n)
  }
  return bits.toString(16).padStart(16, '0')
}

const FAINT = 4
const [COLUMNS, ROWS, BLOCK] = [360, 720, 4]
/** Mean difference of the most different block, of 255. Measured on a drawn receipt: 9 to 12 when saved again at half the size and quality, 49 and more when one small digit is another. */
const SAME_BELOW = 24

/** Whether two kept pictures are one picture saved again. Receipts of one app differ in a few digits: the most different block decides. */
export async function isSamePicture(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((jpeg) => greyscale(sharp(jpeg).blur(1.5), COLUMNS, ROWS)))
  if (!a || !b) return false
  for (let top = 0; top < ROWS; top += BLOCK) {
    for (let left = 0; left < COLUMNS; left += BLOCK) {
      let sum = 0
      for (let y = top; y < top + BLOCK; y += 1) {
        for (let x = left; x < left + BLOCK; x += 1) sum += Math.abs((a[y * COLUMNS + x] ?? 0) - (b[y * COLUMNS + x] ?? 0))
      }
      if (sum / BLOCK ** 2 >= SAME_BELOW) return false
    }
  }
  return true
}

async function greyscale(picture: Sharp, width: number, height: number): Promise<Buffer> {
  return await picture.greyscale().resize(width, height, { fit: 'fill' }).raw().toBuffer()
}
