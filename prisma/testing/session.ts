import { createHmac } from 'node:crypto'
import { prisma } from '@/lib/database/client'
import { env } from '@/lib/platform/env'
import { newRowId, secretToken } from '@/lib/platform/ids'

/** Signs a user in without a walk through the page: a session row, and the cookie that better-auth would have set. */
export async function makeSession(userId: string): Promise<{ name: string; value: string; header: string }> {
  const token = secretToken()
  await prisma.session.create({ data: { id: newRowId(Date.now()), token, userId, expiresAt: new Date(Date.now() + 24 * 60 * 60_000) } })
  const signature = createHmac('sha256', env().APP_SECRET).update(token).digest('base64')
  const name = `${env().APP_URL.startsWith('https://') ? '__Secure-' : ''}tautan.session_token`
  const value = encodeURIComponent(`${token}.${signature}`)
  return { name, value, header: `${name}=${value}` }
}
