import { openPicture, type OpenPicture } from '@/components/ui/open-picture'
import { qrisProblem } from '@/lib/receiving/schema'

export type PictureReading = { ok: true; text: string } | { ok: false; reason: 'notFound' | 'notAPicture' | 'tooLarge' }

const LARGEST_BYTES = 40_000_000
/** A phone's browser gives up at larger canvases. */
const LONGEST_SIDE = 2_400
/** No longer than a person waits. */
const GIVE_UP_MS = 12_000

type Try = { side: number; turn: number; part: Part }
/** As shares of the picture. */
type Part = { x: number; y: number; size: number }

const WHOLE: Part = { x: 0, y: 0, size: 1 }
const PARTS: readonly Part[] = [
  { x: 0.2, y: 0.2, size: 0.6 },
  ...[0, 0.25, 0.5].flatMap((y) => [0, 0.25, 0.5].map((x) => ({ x, y, size: 0.5 }))),
]

/** The likeliest first: a whole screenshot; a photo, large and small; one that is held askew; a small code on a poster. */
const TRIES: readonly Try[] = [
  ...[1_000, 600, 1_600, 350, 2_400].map((side) => ({ side, turn: 0, part: WHOLE })),
  ...[15, -15, 45].map((turn) => ({ side: 1_000, turn, part: WHOLE })),
  ...PARTS.map((part) => ({ side: 1_000, turn: 0, part })),
]

/**
 * Finds a QR code in a picture, in the browser: the picture goes nowhere. Any kind that this browser can open:
 * PNG, JPEG, WebP, on Apple's devices HEIC. Dark on light or light on dark.
 * @returns the text of a QRIS code when there is one among several codes, else of any
 */
export async function readQrPicture(file: Blob, clock: () => number = () => performance.now()): Promise<PictureReading> {
  if (file.size > LARGEST_BYTES) return { ok: false, reason: 'tooLarge' }
  const picture = await openPicture(file)
  if (!picture) return { ok: false, reason: 'notAPicture' }
  const { default: jsqr } = await import('jsqr')
  const until = clock() + GIVE_UP_MS
  let other: string | null = null
  for (const attempt of TRIES) {
    const drawn = draw(picture, attempt)
    const text = drawn && jsqr(drawn.data, drawn.width, drawn.height, { inversionAttempts: 'attemptBoth' })?.data
    if (text && qrisProblem(text) === null) return { ok: true, text }
    if (text) other ??= text
    if (clock() > until) break
    // The page must be able to say that it is looking.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return other === null ? { ok: false, reason: 'notFound' } : { ok: true, text: other }
}

function draw({ source, width, height }: OpenPicture, { side, turn, part }: Try): ImageData | null {
  const [partWidth, partHeight] = [width * part.size, height * part.size]
  const longest = Math.max(partWidth, partHeight)
  // A small picture of few dots gains from being drawn larger; its third size is the same again.
  const scale = Math.min(side, LONGEST_SIDE, longest * 4) / longest
  const [drawnWidth, drawnHeight] = [Math.max(1, Math.round(partWidth * scale)), Math.max(1, Math.round(partHeight * scale))]
  // White around it: a code without a margin is found too, and a turned one keeps its corners.
  const margin = turn === 0 ? 24 : Math.ceil((Math.hypot(drawnWidth, drawnHeight) - Math.min(drawnWidth, drawnHeight)) / 2) + 24
  const canvas = document.createElement('canvas')
  canvas.width = drawnWidth + 2 * margin
  canvas.height = drawnHeight + 2 * margin
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turn * Math.PI) / 180)
  context.drawImage(source, width * part.x, height * part.y, partWidth, partHeight, -drawnWidth / 2, -drawnHeight / 2, drawnWidth, drawnHeight)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
