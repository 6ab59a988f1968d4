import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { inTurn } from '@/lib/file/in-turn'
import type { PictureProblem } from './schema'

/** What a seller may send, in bytes. */
export const MAX_SENT_BYTES = 10 * 1024 * 1024

/** More than any phone's camera makes in practice, and what one decoding may take of memory and time. */
const MAX_PIXELS = 64_000_000
const MAX_SECONDS = 15

/** Tried one after the other until the picture is small enough to keep. */
const SIZES = [{ pixels: 1200, quality: 82 }, { pixels: 1000, quality: 70 }, { pixels: 700, quality: 60 }] as const
const MAX_KEPT_BYTES = 500_000

export type KeptPicture = { jpeg: Buffer; sha256: string }

/**
 * A product picture as we keep it: decoded and encoded anew, so that nothing of the sent bytes is left:
 * no place where it was taken, no second file hidden behind it, no other format than JPEG.
 * @returns what is wrong with it otherwise; never throws for bad bytes
 */
export async function reEncodePicture(sent: Buffer): Promise<{ ok: true; picture: KeptPicture } | { ok: false; problem: PictureProblem }> {
  if (sent.length > MAX_SENT_BYTES) return { ok: false, problem: 'tooLarge' }
  // Decided by the first bytes, before any decoder sees the rest: no SVG, PDF or script reaches one.
  const format = formatOf(sent)
  if (format === null) return { ok: false, problem: sent.length === 0 ? 'broken' : 'unsupported' }
  try {
    const facts = await sharp(sent, { limitInputPixels: false }).metadata()
    if (facts.format !== format) return { ok: false, problem: 'broken' }
    if ((facts.pages ?? 1) > 1 || (format === 'png' && isAnimatedPng(sent))) return { ok: false, problem: 'animated' }
    if (facts.width * facts.height > MAX_PIXELS) return { ok: false, problem: 'tooManyPixels' }
    const jpeg = await inTurn(() => encode(sent))
    return { ok: true, picture: { jpeg, sha256: createHash('sha256').update(jpeg).digest('hex') } }
  } catch {
    return { ok: false, problem: 'broken' }
  }
}

async function encode(sent: Buffer): Promise<Buffer> {
  let jpeg = Buffer.alloc(0)
  for (const { pixels, quality } of SIZES) {
    jpeg = await sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'warning' })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (jpeg.length <= MAX_KEPT_BYTES) break
  }
  return jpeg
}

function formatOf(bytes: Buffer): 'jpeg' | 'png' | 'webp' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(PNG_START)) return 'png'
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** An `acTL` chunk before the picture's own data makes a PNG move (wiki.mozilla.org/APNG_Specification); decoders read only its first frame. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = PNG_START.length; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'acTL') return true
    if (type === 'IDAT') return false
  }
  return false
}
