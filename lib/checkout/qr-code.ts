import QRCode from 'qrcode'

/** Quiet zone in modules: ISO/IEC 18004 asks for four, and cheap cameras do too. */
const MARGIN = 4

/** Drawn black on white in both themes: a scanner needs it so. */
export async function qrSvg(payload: string): Promise<string> {
  return await QRCode.toString(payload, { type: 'svg', margin: MARGIN, errorCorrectionLevel: 'M' })
}

/** @param width in pixels; without one, large enough to be picked from a gallery and read by any app */
export async function qrPng(payload: string, width = 720): Promise<Buffer> {
  return await QRCode.toBuffer(payload, { type: 'png', margin: MARGIN, width, errorCorrectionLevel: 'M' })
}
