/**
 * A QR code as two pictures, ready for `src` and `download`: black on white in every theme, with
 * the quiet zone of four modules that scanners ask for (ISO/IEC 18004). Its library is fetched only now.
 */
export async function drawQr(text: string): Promise<{ svg: string; png: string }> {
  const { default: qrcode } = await import('qrcode')
  const options = { errorCorrectionLevel: 'M', margin: 4 } as const
  const [svg, png] = await Promise.all([
    qrcode.toString(text, { ...options, type: 'svg' }),
    qrcode.toDataURL(text, { ...options, width: 1024 }),
  ])
  return { svg: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, png }
}
