import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'
import { readableId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'

export type Email = { to: string; subject: string; text: string }

/**
 * Keeps a message where the operator finds it: in the log and as a file under `DATA_DIR/mail`
 * (mode 0600, it may hold a reset link). Nothing is sent: that needs a mail server.
 * @returns the file's path
 */
export async function keepEmail({ to, subject, text }: Email): Promise<string> {
  const folder = join(env().DATA_DIR, 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${readableId(4)}.txt`)
  await writeFile(file, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 })
  logger.info({ to, subject, text, file }, 'e-mail kept, not sent: no mail server is set up')
  return file
}
