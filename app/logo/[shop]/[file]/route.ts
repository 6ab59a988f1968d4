import { findLogo } from '@/lib/shop/profile/queries'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // Should a browser ever open it as a page, it can do nothing and reach nobody.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  // Letters show it inside other people's mail programs.
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** A shop's logo, `<version>.png`. Its address names a version; any other is answered with today's. */
export async function GET(_request: Request, { params }: { params: Promise<{ shop: string; file: string }> }): Promise<Response> {
  const { shop, file } = await params
  const version = /^([0-9a-f]{16})\.png$/.exec(file)?.[1]
  const logo = version !== undefined && /^[a-z0-9-]{1,50}$/.test(shop) ? await findLogo(shop) : null
  if (!logo) return new Response(null, { status: 404, headers: HEADERS })
  const isCurrent = version !== undefined && logo.sha256.startsWith(version)
  return new Response(new Uint8Array(logo.png), {
    headers: { ...HEADERS, 'Content-Type': 'image/png', 'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300' },
  })
}
