import { SERVICE_WORKER } from '@/components/news/generated/service-worker'

/** The service worker of browser push. Browsers look here for a newer one, so nothing on the way may keep it. */
export function GET(): Response {
  return new Response(SERVICE_WORKER, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
