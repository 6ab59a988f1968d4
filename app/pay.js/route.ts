import { SCRIPT } from '@/components/checkout/generated/assets'

/** A slug has no dot, so no link can take this address. The page asks with a version behind it. */
export function GET(): Response {
  return new Response(SCRIPT, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
