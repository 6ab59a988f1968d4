import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { dataDir, query } from './database'

export type Seller = { merchantId: string; email: string; cookie: string; signIn(context: BrowserContext, locale?: 'id' | 'en'): Promise<void> }

/** A shop whose seller is signed in by a session row, not by a walk through the page. */
export async function makeSeller(shopName = 'Toko Melati', locale: 'id' | 'en' = 'en'): Promise<Seller> {
  const [userId, merchantId, email] = [randomUUID(), randomUUID(), `${randomBytes(6).toString('hex')}@example.com`]
  const token = randomBytes(16).toString('base64url')
  await query(
    `WITH u AS (INSERT INTO users (id, name, email, updated_at) VALUES ($1, $3, $4, now())),
      m AS (INSERT INTO merchants (id, name, slug, locale, phone, updated_at) VALUES ($2, $3, $5, $6, '0812-3456-7890', now())),
      b AS (INSERT INTO members (user_id, merchant_id) SELECT $1, $2)
     INSERT INTO sessions (id, token, user_id, expires_at, updated_at) VALUES ($1, $7, $1, now() + interval '1 day', now())`,
    [userId, merchantId, shopName, email, randomBytes(6).toString('hex'), locale, token],
  )
  const secret = readFileSync(join(dataDir(), 'app-secret'), 'utf8').trim()
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const value = encodeURIComponent(`${token}.${signature}`)
  const name = 'tautan.session_token'
  return {
    merchantId,
    email,
    cookie: `${name}=${value}`,
    signIn: async (context, language = locale) => {
      const url = origin()
      await context.addCookies([{ name, value, url }, { name: 'locale', value: language, url }])
    },
  }
}

export const origin = (): string => `http://localhost:${process.env['E2E_PORT']}`
