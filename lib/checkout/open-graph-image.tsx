import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import satori from 'satori'
import sharp from 'sharp'
import { previewVersion, type PreviewCard } from './preview-card'

const WIDTH = 1200
const HEIGHT = 630
const QUALITY = 86

/** About 40 KB each. */
const MAX_KEPT = 200

/** What Inter's Latin and Latin Extended files draw; other writing and emoji would come out as boxes. */
const UNDRAWABLE = /[^\u0020-\u007e\u00a1-\u024f\u1e00-\u1eff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/g

const COLORS = { background: '#f7f8f8', ink: '#10201f', muted: '#5b6b6a', accent: '#0b7a6b', warn: '#8f5b00', warnSoft: '#fdf2dc' }

const kept = new Map<string, Promise<Buffer>>()
let fonts: ReturnType<typeof readFonts> | undefined

/**
 * The picture that a chat shows of a link: JPEG, 1200 × 630, far below WhatsApp's limit, what
 * matters within the middle square. Nothing is fetched; the newest pictures are kept in memory.
 */
export async function openGraphImage(card: PreviewCard): Promise<Buffer> {
  const key = previewVersion(card)
  const known = kept.get(key)
  if (known) return await known
  const drawn = draw(card)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  return await drawn
}

async function draw(card: PreviewCard): Promise<Buffer> {
  fonts ??= readFonts()
  const svg = await satori(<Card {...card} />, { width: WIDTH, height: HEIGHT, fonts: await fonts })
  return await sharp(Buffer.from(svg)).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer()
}

function Card({ shopName, name, amount, closed }: PreviewCard) {
  const shop = drawable(shopName, 40)
  const item = drawable(name, 60)
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', alignItems: 'center', justifyContent: 'center', background: COLORS.background, fontFamily: 'Inter', color: COLORS.ink }}>
      <div style={{ position: 'absolute', left: 0, top: 0, width: WIDTH, height: 18, background: COLORS.accent }} />
      <div style={{ display: 'flex', flexDirection: 'column', width: 600, alignItems: 'center', textAlign: 'center' }}>
        {shop && <div style={{ fontSize: 36, fontWeight: 600, color: COLORS.accent }}>{shop}</div>}
        {item && <div style={{ marginTop: 22, fontSize: item.length > 30 ? 42 : 52, fontWeight: 600, lineHeight: 1.2, width: 600, justifyContent: 'center', wordBreak: 'break-word' }}>{item}</div>}
        <div style={{ marginTop: 26, fontSize: amount.length > 14 ? 60 : 84, fontWeight: 700, letterSpacing: -2, ...(closed && { color: COLORS.muted }) }}>
          {amount.replaceAll('\u00a0', ' ')}
        </div>
        {closed && (
          <div style={{ marginTop: 30, padding: '14px 36px', borderRadius: 999, fontSize: 38, fontWeight: 600, background: COLORS.warnSoft, color: COLORS.warn }}>{closed}</div>
        )}
      </div>
    </div>
  )
}

function drawable(text: string, max: number): string {
  const plain = text.normalize('NFC').replaceAll(UNDRAWABLE, '').replaceAll(/\s+/g, ' ').trim()
  return plain.length > max ? `${plain.slice(0, max - 1).trimEnd()}…` : plain
}

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
