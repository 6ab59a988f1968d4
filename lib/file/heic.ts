/** How much of a file {@link isHeic} looks at. */
export const HEIC_START_BYTES = 64

/**
 * Whether this is a photo as iPhones take them, told by its brands (ISO/IEC 23008-12, B.4).
 * @param start the file's first 64 bytes, each as one character (Latin-1)
 */
export function isHeic(start: string): boolean {
  if (start.slice(4, 8) !== 'ftyp') return false
  const length = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + start.charCodeAt(index), 0)
  return /hei[cxms]|hev[cxms]/.test(start.slice(8, Math.min(length, HEIC_START_BYTES)))
}
