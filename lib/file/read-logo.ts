import 'server-only'
import { createHash } from 'node:crypto'
import { drawAnew } from './read-picture'
import type { PictureProblem } from './views'

/** Enough for 96 points on the sharpest screen and on paper. */
const SIDE = 256

export type ReadLogo = {
  png: Buffer
  /** SHA-256, hexadecimal, of `png`. */
  sha256: string
}

/**
 * A shop's logo, drawn anew as a square PNG: whole, on white, so that it looks alike on both themes and
 * on paper. The same limits and refusals as for a proof, see {@link drawAnew}.
 */
export async function readLogo(sent: Buffer): Promise<{ ok: true; logo: ReadLogo } | { ok: false; problem: PictureProblem }> {
  const drawn = await drawAnew(sent, (picture) =>
    picture
      .flatten({ background: '#fff' })
      .resize({ width: SIDE, height: SIDE, fit: 'contain', background: '#fff' })
      .toColourspace('srgb')
      .png({ palette: true, quality: 90, effort: 7 }),
  )
  return drawn.ok ? { ok: true, logo: { png: drawn.bytes, sha256: createHash('sha256').update(drawn.bytes).digest('hex') } } : drawn
}
