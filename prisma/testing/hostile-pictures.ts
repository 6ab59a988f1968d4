import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** What strangers send as a proof, for tests of the decoder and of the form. */

/** A screenshot of a bank's app, as different ones look alike. */
export async function receipt(amount: string, reference = '99120'): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1480"><rect width="720" height="1480" fill="#fff"/>
    <rect width="720" height="160" fill="#0a4ea2"/><text x="260" y="100" font-size="40" fill="#fff">m-Transfer</text>
    <circle cx="360" cy="300" r="70" fill="#2a9d4a"/><text x="200" y="440" font-size="36">Transfer Berhasil</text>
    <text x="60" y="640" font-size="32">Ke 1234567890</text><text x="60" y="800" font-size="48">Rp ${amount}</text>
    <text x="60" y="900" font-size="28">Ref ${reference}</text><rect x="60" y="1300" width="600" height="90" rx="20" fill="#0a4ea2"/></svg>`
  return await sharp(Buffer.from(drawing)).png().toBuffer()
}

/** A phone's photo with everything that phones write into it. */
export async function photo({ width, height, orientation }: { width: number; height: number; orientation: number }): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: '#4a7' } })
    .withExif({ IFD0: { Copyright: 'Rahasia', Make: 'Rahasia' }, IFD3: { GPSLatitude: '6/1 10/1 0/1', GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
}

export const svg = (): Promise<Buffer> => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'))

/** A JPEG to a decoder, a page to a browser that guesses. */
export async function polyglot(): Promise<Buffer> {
  const page = Buffer.from('<!doctype html><html><script>alert(document.domain)</script></html>')
  const jpeg = await receipt('85.003').then((png) => sharp(png).jpeg().toBuffer())
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe]), lengthOf(page.length + 2), page])
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), page])
}

export const truncated = async (): Promise<Buffer> => {
  const png = await receipt('85.003')
  return png.subarray(0, Math.floor(png.length / 2))
}

const frames = async () => {
  const of = (background: string) => sharp({ create: { width: 40, height: 40, channels: 3, background } }).png().toBuffer()
  return await Promise.all(['#f00', '#0f0', '#00f'].map(of))
}

export const animatedWebp = async (): Promise<Buffer> => await sharp(await frames(), { join: { animated: true } }).webp().toBuffer()
export const animatedGif = async (): Promise<Buffer> => await sharp(await frames(), { join: { animated: true } }).gif().toBuffer()

/** A square PNG of one colour: its rows are all zeros, so a decoder is promised far more than it is sent. */
export function giantPng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(side, 20_000) * (1 + Math.ceil(side / 8)))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(length)
  return bytes
}
