import { pingDatabase } from '@/lib/database/client'

export const dynamic = 'force-dynamic'

const PATIENCE_IN_MS = 2_000
const HEADERS = { 'Cache-Control': 'no-store' }

export async function GET(): Promise<Response> {
  const tooLate = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_IN_MS, false).unref())
  const isHealthy = await Promise.race([pingDatabase().catch(() => false), tooLate])
  return isHealthy
    ? Response.json({ status: 'ok' }, { headers: HEADERS })
    : Response.json({ status: 'unavailable' }, { status: 503, headers: HEADERS })
}
