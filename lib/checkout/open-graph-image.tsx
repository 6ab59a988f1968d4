import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import satori from 'satori'
import sharp from 'sharp'
import { previewVersion, type PreviewCard } from './preview-card'
import { HEIGHT, PreviewDrawing, WIDTH } from './preview-drawing'

/** Even pure noise in the place of a product picture stays below 250 KB; WhatsApp shows none of more than 300. */
const QUALITY = 86

/** About 40 KB each, twice that with a product picture. */
const MAX_KEPT = 200

const kept = new Map<string, Promise<Buffer>>()
let fonts: ReturnType<typeof readFonts> | undefined

/** Reads the product picture with this SHA-256; null when it is gone by now. */
export type PictureReader = (sha256: string) => Promise<Buffer | null>

/**
 * The picture that a chat shows of a link: JPEG, 1200 × 630, far below WhatsApp's limit, what
 * matters within the middle square. Nothing is fetched; the newest pictures are kept in memory.
 */
export async function openGraphImage(card: PreviewCard, readPicture: PictureReader): Promise<Buffer> {
  const key = previewVersion(card)
  const known = kept.get(key)
  if (known) return await known
  const product = card.picture === null ? null : await readPicture(card.picture)
  // Replaced between two queries: drawn without it and not kept, under an address that nobody is given any more.
  if (card.picture !== null && product === null) return await draw(card, null)
  const drawn = kept.get(key) ?? draw(card, product)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  return await drawn
}

async function draw(card: PreviewCard, product: Buffer | null): Promise<Buffer> {
  fonts ??= readFonts()
  const svg = await satori(<PreviewDrawing {...card} product={product && dataAddress(product)} />, { width: WIDTH, height: HEIGHT, fonts: await fonts })
  return await sharp(Buffer.from(svg)).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer()
}

const dataAddress = (jpeg: Buffer): string => `data:image/jpeg;base64,${jpeg.toString('base64')}`

async function readFonts() {
  const files = [600, 700].flatMap((weight) => ['latin', 'latin-ext'].map((script) => ({ weight, script })))
  return await Promise.all(
    files.map(async ({ weight, script }) => ({
      name: script === 'latin' ? 'Inter' : 'Inter Extended',
      weight: weight as 600 | 700,
      style: 'normal' as const,
      data: await readFile(join(process.cwd(), 'node_modules', '@fontsource', 'inter', 'files', `inter-${script}-${weight}-normal.woff`)),
    })),
  )
}
