/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { env } = await import('@/lib/platform/env')
  if (env().WORKER === 'off') return
  const { startWorker } = await import('@/lib/worker/start-worker')
  startWorker('polite')
}
