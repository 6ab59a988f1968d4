import { NextResponse, type NextRequest } from 'next/server'
import { MARK_EARLY_SUBMIT_SOURCE } from '@/lib/platform/early-submit'

const isDevelopment = process.env.NODE_ENV === 'development'

/**
 * Gives pages of the dashboard a Content-Security-Policy with a nonce of its own for each request;
 * Next finds it in the request's header and puts it on its scripts. Decides nothing about who may see what.
 */
export function proxy(request: NextRequest): Response {
  // Forms of the dashboard are sent by its scripts, which name their action; anything else that posts to a page is lost.
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // Development: React rebuilds server stacks with eval, and changes arrive over a web socket.
    `script-src 'self' 'nonce-${nonce}' ${MARK_EARLY_SUBMIT_SOURCE} 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Else script-src would speak for the worker, and 'strict-dynamic' there switches 'self' off.
    "worker-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}

// Only documents: not the payment page and the APIs, which bring their own, not files (a dot in the
// name), and not what the router fetches into a page that has its policy already.
export const config = {
  matcher: [
    {
      source: '/((?!(?:p|check|payment-links|api|v1|v2|_next)(?:/|$)|.*\\.).*)',
      missing: [
        { type: 'header', key: 'next-action' },
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'rsc' },
      ],
    },
  ],
}
