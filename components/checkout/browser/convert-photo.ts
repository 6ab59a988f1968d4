import { openPicture, type OpenPicture } from '@/components/ui/open-picture'
import { HEIC_START_BYTES, isHeic } from '@/lib/file/heic'

/** As large as the server keeps it (lib/file/read-picture.ts). */
const LONGEST_SIDE = 2_000
const QUALITY = 0.9

/**
 * `<input type="file" data-photo>`: an iPhone's photo becomes a JPEG before it leaves the phone, where the browser can
 * open it, as Safari can. The server cannot, and says so of what was sent as it is.
 */
export function convertPhotos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-photo]')) convertPhotosOf(input)
}

function convertPhotosOf(input: HTMLInputElement): void {
  let atWork = 0
  let isSending = false
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (!file) return
    atWork += 1
    void jpegOf(file).then((jpeg) => {
      // Unless another one was chosen meanwhile.
      if (jpeg && input.files?.[0] === file) replaceFile(input, jpeg)
      atWork -= 1
      if (atWork > 0 || !isSending) return
      isSending = false
      input.form?.querySelector<HTMLElement>('[type=submit]')?.click()
    })
  })
  // Before `submitOnce`, which listens further out, counts it as sent.
  input.form?.addEventListener('submit', (event) => {
    if (atWork === 0) return
    event.preventDefault()
    isSending = true
  })
}

/** Null for what needs no change, and for what this browser cannot open either. */
async function jpegOf(file: File): Promise<File | null> {
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

function replaceFile(input: HTMLInputElement, file: File): void {
  const chosen = new DataTransfer()
  chosen.items.add(file)
  input.files = chosen.files
}
