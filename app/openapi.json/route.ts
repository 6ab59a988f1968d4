import { publishedDocument } from '@/lib/api/openapi/published'

// Its address of the server is a setting, known only when it runs.
export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  const { text, etag } = publishedDocument()
  // Public, and read by tools that run in a browser.
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300', ETag: etag, 'Access-Control-Allow-Origin': '*' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}
