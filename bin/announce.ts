import type { Settings } from '../lib/platform/env.ts'
import { ownAddress } from './listen.ts'

/** Says that customers can come, once a page of ours has answered. */
export async function announce({ HOST, PORT, APP_URL }: Pick<Settings, 'HOST' | 'PORT' | 'APP_URL'>): Promise<void> {
  const { status } = await fetch(`${ownAddress(HOST, PORT)}/api/health`)
  if (status !== 200) console.error(`The database does not answer yet (health check says ${status}).`)
  console.log(`\n  Tautan is ready: ${APP_URL}\n  Stop it with Ctrl-C.\n`)
}

/** One failed background task must not take every customer's page down. */
export function keepServingAfterErrors(): void {
  process.on('uncaughtException', (error) => console.error(error))
  process.on('unhandledRejection', (error) => console.error(error))
}
