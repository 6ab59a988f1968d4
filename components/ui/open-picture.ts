export type OpenPicture = { source: CanvasImageSource; width: number; height: number }

/**
 * A picture as this browser can open it, upright; null when it cannot. Some browsers open with an image element what
 * `createImageBitmap` refuses, and the oldest do not have that.
 */
export async function openPicture(file: Blob): Promise<OpenPicture | null> {
  const bitmap = typeof createImageBitmap === 'function' ? await createImageBitmap(file).catch(() => null) : null
  if (bitmap) return { source: bitmap, width: bitmap.width, height: bitmap.height }
  const url = URL.createObjectURL(file)
  const image = new Image()
  image.src = url
  const isOpen = await image.decode().then(() => true, () => false)
  URL.revokeObjectURL(url)
  return isOpen && image.naturalWidth > 0 ? { source: image, width: image.naturalWidth, height: image.naturalHeight } : null
}
