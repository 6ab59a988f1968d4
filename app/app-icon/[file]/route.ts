import sharp from 'sharp'
import { notFound } from 'next/navigation'

const FULL = 48
/** Lucide's link, turned as in the shop's head; strokes of a 24-unit square. */
const LINK =
  'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71'

type Drawing = { pixels: number; background: string; corner: number; scale: number }

/** Installed on a phone: Android cuts its own shape out of the maskable one, and keeps only the badge's outline. */
const ICONS: Record<string, Drawing> = {
  '192.png': { pixels: 192, background: '#0b7a6b', corner: 12, scale: 1.1667 },
  '512.png': { pixels: 512, background: '#0b7a6b', corner: 12, scale: 1.1667 },
  'maskable-512.png': { pixels: 512, background: '#0b7a6b', corner: 0, scale: 0.9 },
  'badge.png': { pixels: 96, background: 'none', corner: 0, scale: 1.6 },
}

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => Object.keys(ICONS).map((file) => ({ file }))

/** The mark of app/icon.svg as PNG, drawn while building. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const icon = ICONS[(await params).file]
  if (!icon) notFound()
  const png = await sharp(Buffer.from(draw(icon)), { density: (72 * icon.pixels) / FULL }).resize(icon.pixels, icon.pixels).png().toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' } })
}

function draw({ background, corner, scale }: Drawing): string {
  const margin = (FULL - 24 * scale) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FULL} ${FULL}" width="${FULL}" height="${FULL}">
    <rect width="${FULL}" height="${FULL}" rx="${corner}" fill="${background}"/>
    <path transform="translate(${margin} ${margin}) scale(${scale})" d="${LINK}" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>
  </svg>`
}
