import QRCode from 'qrcode'
import sharp from 'sharp'
import { buildFields, crc16, type QrisField } from '../../lib/payment/qris'

type Wish = { name?: string; nmid?: string | null; country?: string; currency?: string; initiation?: string; amount?: string }

/** A shop's code as its acquirer prints it; each wish makes it another. */
export function qrisCode({ name = 'TOKO MELATI JAYA', nmid = 'ID1023456789012', country = 'ID', currency = '360', initiation = '11', amount }: Wish = {}): string {
  const account: QrisField[] = [['00', 'ID.CO.QRIS.WWW'], ...(nmid === null ? [] : [['02', nmid] as const]), ['03', 'UMI']]
  const fields: QrisField[] = [
    ['00', '01'], ['01', initiation], ['51', buildFields(account)], ['52', '5812'], ['53', currency],
    ...(amount === undefined ? [] : [['54', amount] as const]), ['58', country], ['59', name], ['60', 'BANDUNG'], ['61', '40111'],
  ]
  const body = `${buildFields(fields)}6304`
  return body + crc16(body)
}

type Picture = { name: string; mimeType: string; buffer: Buffer }

/** A screenshot of the code. */
export async function screenshotOf(text: string): Promise<Picture> {
  return { name: 'qris.png', mimeType: 'image/png', buffer: await QRCode.toBuffer(text, { width: 480 }) }
}

/** A photo: the code is small, askew, on something dark, a little dull and unsharp, and the file is a JPEG. */
export async function photoOf(text: string): Promise<Picture> {
  const code = await QRCode.toBuffer(text, { width: 620, margin: 4 })
  const turned = await sharp(code).rotate(9, { background: '#d9d4c7' }).toBuffer()
  const photo = sharp({ create: { width: 1_800, height: 2_400, channels: 3, background: '#5a5146' } }).composite([{ input: turned, left: 640, top: 1_100 }])
  const flat = await photo.png().toBuffer()
  return { name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer: await sharp(flat).blur(1.2).modulate({ brightness: 0.85 }).jpeg({ quality: 60 }).toBuffer() }
}

/** Light on dark, as some apps show it at night. */
export async function nightOf(text: string): Promise<Picture> {
  return { name: 'malam.webp', mimeType: 'image/webp', buffer: await sharp(await QRCode.toBuffer(text, { width: 480 })).negate({ alpha: false }).webp().toBuffer() }
}

export async function landscape(): Promise<Picture> {
  return { name: 'sawah.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3a7d44' } }).png().toBuffer() }
}
