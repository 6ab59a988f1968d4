import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { animatedGif, animatedWebp, giantPng, photo, polyglot, svg, truncated } from '@/prisma/testing/hostile-pictures'
import { readLogo } from './read-logo'

const kept = async (sent: Buffer) => {
  const read = await readLogo(sent)
  if (!read.ok) throw new Error(read.problem)
  return read.logo
}

describe('a logo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('sent as %s becomes a small square PNG, whole and on white', async (format) => {
    const sent = await sharp({ create: { width: 400, height: 100, channels: 3, background: '#d6336c' } }).toFormat(format).toBuffer()
    const { png } = await kept(sent)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
    expect(at(128, 4)).toEqual([255, 255, 255])
    expect(Math.abs((at(128, 128)[0] ?? 0) - 0xd6)).toBeLessThan(8)
    expect(png.length).toBeLessThan(20_000)
  })

  it('is white where it was transparent', async () => {
    const glass = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
    expect((await sharp((await kept(glass)).png).removeAlpha().stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255])
  })

  it('loses where and when it was taken, and what hid in it', async () => {
    for (const sent of [await photo({ width: 300, height: 200, orientation: 6 }), await polyglot()]) {
      const { png } = await kept(sent)
      const { exif, icc, xmp, iptc, comments } = await sharp(png).metadata()
      expect({ exif, icc, xmp, iptc, comments }).toEqual({})
      expect(png.includes('Rahasia') || png.includes('script')).toBe(false)
    }
  })

  it('has the same version for the same picture, and another for another', async () => {
    const one = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#d6336c' } }).png().toBuffer()
    const other = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#d6336d' } }).png().toBuffer()
    expect((await kept(one)).sha256).toBe((await kept(one)).sha256)
    expect((await kept(one)).sha256).not.toBe((await kept(other)).sha256)
  })

  it.each([
    ['notAPicture', 'SVG', svg], ['notAPicture', 'GIF', animatedGif], ['notAPicture', 'nothing', () => Promise.resolve(Buffer.alloc(0))], ['notAPicture', 'PDF', () => Promise.resolve(Buffer.from('%PDF-1.7 0123456789'))],
    ['moves', 'moving WebP', animatedWebp], ['broken', 'half a PNG', truncated], ['tooManyPixels', 'a giant', () => Promise.resolve(giantPng(20_000))],
  ] as const)('is refused as %s: %s', async (problem, _, make) => expect(await readLogo(await make())).toEqual({ ok: false, problem }))
})
