import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isSamePicture, readPicture } from './read-picture'
import { animatedGif, animatedWebp, giantPng, photo, polyglot, receipt, svg, truncated } from '@/prisma/testing/hostile-pictures'

const problemOf = async (sent: Buffer) => {
  const read = await readPicture(sent)
  return read.ok ? null : read.problem
}

describe('a picture that a stranger sends', () => {
  it('is kept upright as a JPEG without metadata, within 2,000 pixels', async () => {
    const read = await readPicture(await photo({ width: 3_000, height: 1_500, orientation: 6 }))
    if (!read.ok) throw new Error(read.problem)
    const kept = await sharp(read.picture.jpeg).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', width: 1_000, height: 2_000 })
    for (const leak of ['exif', 'icc', 'xmp', 'iptc', 'orientation', 'comments'] as const) expect(kept[leak], leak).toBeUndefined()
    expect(read.picture.jpeg.includes('Rahasia')).toBe(false)
    expect(read.picture.sentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(read.picture.pictureHash).toMatch(/^[0-9a-f]{16}$/)
  })

  it.each(['png', 'webp', 'avif', 'jpeg'] as const)('may be %s', async (format) => {
    expect(await problemOf(await sharp(await receipt('85.003')).toFormat(format).toBuffer())).toBeNull()
  })

  it('is drawn anew: a page hidden behind it is gone', async () => {
    const sent = await polyglot()
    expect(sent.includes('<script>')).toBe(true)
    const read = await readPicture(sent)
    if (!read.ok) throw new Error(read.problem)
    expect(read.picture.jpeg.includes('<script>')).toBe(false)
    expect((await sharp(read.picture.jpeg).metadata()).format).toBe('jpeg')
  })

  it.each([
    ['an SVG', () => svg(), 'notAPicture'],
    ['a PDF', () => Promise.resolve(Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj trailer <<>>')), 'notAPicture'],
    ['a page', () => Promise.resolve(Buffer.from('<!doctype html><script>alert(1)</script>')), 'notAPicture'],
    ['a moving GIF', () => animatedGif(), 'notAPicture'],
    ['a moving WebP', () => animatedWebp(), 'moves'],
    ['20,000 × 20,000 pixels in a few kilobytes', () => Promise.resolve(giantPng(20_000)), 'tooManyPixels'],
    ['65,000 × 65,000 pixels', () => Promise.resolve(giantPng(65_000)), 'tooManyPixels'],
    ['half a picture', () => truncated(), 'broken'],
    ['a start without a picture', () => Promise.resolve(Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1')), 'broken'],
    ['nothing', () => Promise.resolve(Buffer.alloc(0)), 'notAPicture'],
    ['a photo of an iPhone', () => Promise.resolve(Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${'x'.repeat(200)}`, 'latin1')), 'heic'],
    ['one that names another brand first', () => Promise.resolve(Buffer.from(`\0\0\0\x1cftypmif1\0\0\0\0mif1heixmiaf${'x'.repeat(200)}`, 'latin1')), 'heic'],
    ['a broken AVIF', () => Promise.resolve(Buffer.from(`\0\0\0\x18ftypavif\0\0\0\0mif1avif${'heic'.repeat(50)}`, 'latin1')), 'broken'],
  ] as const)('is refused: %s', async (_name, make, problem) => {
    expect(await problemOf(await make())).toBe(problem)
  })

  it('never throws, whatever bytes follow a known start', async () => {
    const starts = ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF\x10\0\0\0WEBPVP8 ', '\0\0\0\x20ftypheic', '\0\0\0\x20ftypavif']
    for (const start of starts) {
      for (let seed = 1; seed <= 5; seed += 1) {
        const noise = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * seed * 7_919 + seed) % 251))
        expect(await problemOf(Buffer.concat([Buffer.from(start, 'latin1'), noise])), start).not.toBeNull()
      }
    }
  })
})

describe('a picture that was sent before', () => {
  const jpegOf = async (sent: Buffer) => {
    const read = await readPicture(sent)
    if (!read.ok) throw new Error(read.problem)
    return read.picture.jpeg
  }

  it('is recognised when a chat saved it again, smaller and coarser', async () => {
    const kept = await jpegOf(await receipt('85.003'))
    const resaved = await sharp(await receipt('85.003')).resize(420).jpeg({ quality: 45 }).toBuffer()
    expect(await isSamePicture(kept, await jpegOf(resaved))).toBe(true)
  })

  it('is not mistaken for another receipt of the same app', async () => {
    expect(await isSamePicture(await jpegOf(await receipt('85.003')), await jpegOf(await receipt('85.004', '99812')))).toBe(false)
  })
})
