import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { MAX_SENT_BYTES, reEncodePicture } from './picture'

const plain = (width = 80, height = 60) => sharp({ create: { width, height, channels: 3, background: '#c04020' } })
const keep = async (sent: Buffer) => {
  const encoded = await reEncodePicture(sent)
  if (!encoded.ok) throw new Error(encoded.problem)
  return encoded.picture.jpeg
}

describe('a product picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is kept as a JPEG of our own when it is sent as %s', async (format) => {
    const sent = await plain().toFormat(format).toBuffer()
    const kept = await keep(sent)
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 80, height: 60 })
    expect(kept.equals(sent)).toBe(false)
  })

  it('loses where and when it was taken, and stands upright', async () => {
    const sent = await plain(80, 40)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'RahasiaPhone' }, IFD3: { GPSLatitude: '6/1 12/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Rahasia</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(sent.includes('RahasiaPhone')).toBe(true)
    const kept = await keep(sent)
    const { exif, icc, xmp, iptc, width, height, orientation } = await sharp(kept).metadata()
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
    expect({ width, height }).toEqual({ width: 40, height: 80 })
    expect(kept.includes('Rahasia')).toBe(false)
  })

  it('loses what is hidden behind or within it', async () => {
    const script = '<script>alert(document.domain)</script>'
    const zip = Buffer.from(`PK\u0003\u0004${script}`)
    const polyglot = Buffer.concat([await plain().jpeg().toBuffer(), zip])
    const commented = await plain().png().toBuffer()
    const withText = Buffer.concat([commented.subarray(0, 33), pngChunk('tEXt', Buffer.from(`Comment\0${script}`)), commented.subarray(33)])
    for (const sent of [polyglot, withText]) {
      const kept = await keep(sent)
      expect(kept.includes('script')).toBe(false)
      expect(kept.includes('PK\u0003\u0004')).toBe(false)
    }
  })

  it('is small enough to keep, however much there is in it, and white where it was transparent', async () => {
    const noise = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg({ quality: 90 }).toBuffer()
    const kept = await keep(noise)
    expect(kept.length).toBeLessThan(1024 * 1024)
    expect((await sharp(kept).metadata()).width).toBeLessThanOrEqual(1200)
    const glass = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
    expect((await sharp(await keep(glass)).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255])
  })

  it.each([
    ['unsupported', 'SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>')],
    ['unsupported', 'SVG with a declaration', () => Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>')],
    ['unsupported', 'GIF', () => plain().gif().toBuffer()],
    ['unsupported', 'TIFF', () => plain().tiff().toBuffer()],
    ['unsupported', 'HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['unsupported', 'a GIF that is also JavaScript', () => Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)')],
    ['broken', 'nothing', () => Buffer.alloc(0)],
    ['broken', 'the start of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['broken', 'SVG behind the start of a PNG', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')])],
    ['broken', 'a truncated JPEG', async () => (await plain(400, 400).jpeg().toBuffer()).subarray(0, 700)],
    ['broken', 'a truncated PNG', async () => {
      const whole = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer()
      return whole.subarray(0, whole.length / 2)
    }],
    ['broken', 'garbage that calls itself WebP', () => Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 garbage-garbage')],
    ['animated', 'an animated WebP', () => movie().webp({ loop: 0, delay: [100, 100] }).toBuffer()],
    ['animated', 'an animated PNG', async () => {
      const still = await plain().png().toBuffer()
      return Buffer.concat([still.subarray(0, 33), pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])), still.subarray(33)])
    }],
    ['tooManyPixels', 'a PNG of 20,000 × 20,000 in a few kilobytes', () => hugePng(20_000)],
    ['tooLarge', 'more than 10 MB', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(MAX_SENT_BYTES)])],
  ] as [string, string, () => Buffer | Promise<Buffer>][])('is refused as %s: %s', async (problem, _name, make) => {
    expect(await reEncodePicture(await make())).toEqual({ ok: false, problem })
  })
})

function movie() {
  const frame = (value: number) => Buffer.alloc(20 * 20 * 3, value)
  return sharp(Buffer.concat([frame(10), frame(200)]), { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
}

/** Black pixels by the hundred million compress to next to nothing. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const lines = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 })
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), pngChunk('IHDR', header), pngChunk('IDAT', lines), pngChunk('IEND', Buffer.alloc(0))])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
