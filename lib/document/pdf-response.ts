import type { MadeDocument } from './make-document'

/** A paper as a file to keep. Its name holds nothing but letters, digits and hyphens, see `documentFileName`. */
export function pdfResponse({ pdf, fileName }: MadeDocument): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
