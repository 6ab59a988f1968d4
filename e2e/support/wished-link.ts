import { makeLink } from './actions'
import { query } from './database'

export type Wish = {
  openAmount?: { minimum: number; maximum: number; preset?: number }
  customerQuestions?: { required: string[] }
  redirects?: { finish?: string; unfinish?: string; error?: string }
  notificationUrls?: { override?: string[]; append?: string[] }
  customFields?: Record<string, string>
  metadata?: unknown
  items?: Record<string, unknown>[]
}

/** A link with what the dashboard's form cannot say. */
export async function wishedLink(seller: { cookie: string }, wish: Wish, overrides: Record<string, unknown> = {}): Promise<{ id: string; slug: string; orderId: string }> {
  const link = await makeLink(seller, overrides)
  const { openAmount, customerQuestions, redirects, notificationUrls, customFields, metadata, items } = wish
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await query(
    `UPDATE links SET minimum_amount = $2, maximum_amount = $3, preset_amount = $4, amount = coalesce($4, $2, amount),
      customer_form = $5, redirects = $6, notification_urls = $7, custom_fields = $8, metadata = $9, items = coalesce($10::jsonb, items) WHERE id = $1`,
    [link.id, openAmount?.minimum ?? null, openAmount?.maximum ?? null, openAmount?.preset ?? null,
      json(customerQuestions), json(redirects), json(notificationUrls), json(customFields), json(metadata), json(items)],
  )
  return link
}
