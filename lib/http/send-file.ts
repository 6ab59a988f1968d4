import 'server-only'
import { Readable } from 'node:stream'

const HEADERS = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  // Should a browser ever open it as a page, it can do nothing and reach nobody.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const CSV_TYPE = 'text/csv; charset=utf-8'
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file to be saved. @param fileName of our making: letters, digits, dots and hyphens */
export function sendFile(content: AsyncIterable<Uint8Array>, { fileName, type, bytes }: { fileName: string; type: string; bytes?: number }): Response {
  return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { ...HEADERS, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"`, ...(bytes !== undefined && { 'Content-Length': String(bytes) }) },
  })
}

/** The same for what is not there and what is somebody else's. */
export const noFile = (): Response => new Response(null, { status: 404, headers: HEADERS })
