import { HEIC_START_BYTES, isHeic } from '@/lib/file/heic'
import { openPicture, type OpenPicture } from './open-picture'

/** As large as the server keeps any picture (lib/file/read-picture.ts). */
const LONGEST_SIDE = 2_000
const QUALITY = 0.9

/**
 * An iPhone's photo as a JPEG, drawn in the browser where that can open it, as Safari can. The server cannot, and says
 * so of what is sent as it is.
 * @returns null for what needs no change, and for what this browser cannot open either
 */
export async function jpegOfHeic(file: File): Promise<File | null> {
  try {
    const start = new Uint8Array(await file.slice(0, HEIC_START_BYTES).arrayBuffer())
    if (!isHeic(String.fromCharCode(...start))) return null
    const picture = await openPicture(file)
    const drawn = picture && (await draw(picture))
    return drawn && new File([drawn], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return null
  }
}

async function draw({ source, width, height }: OpenPicture): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}
