import type { Locator, Page } from '@playwright/test'
import { makeLink } from './actions'
import { order, submit } from './customer'
import { query } from './database'
import type { Seller } from './seller'

export type Placed = { id: string; address: string; linkId: string; slug: string }

/** An order on a link of its own, which went through `news`, one after the other. */
export async function place(seller: Seller, { method = 'bca_va', news = [], link = {} }: { method?: string; news?: string[]; link?: Record<string, unknown> } = {}): Promise<Placed> {
  const made = await makeLink(seller, { usageLimit: '3', ...link })
  return await placeOn(made, { method, news })
}

/** The same on a link that is there already. */
export async function placeOn({ id: linkId, slug }: { id: string; slug: string }, { method = 'bca_va', news = [] as string[], name = 'Sari Wulandari' } = {}): Promise<Placed> {
  const { location: address } = await order(slug, { method, name })
  for (const what of news) await submit(`${address}/simulate`, { news: what })
  const [row] = await query<{ id: string }>('SELECT id FROM orders WHERE token = $1', [address.split('/').at(-1)])
  return { id: row?.id ?? '', address, linkId, slug }
}

export const statusOf = async ({ id }: Pick<Placed, 'id'>): Promise<string | undefined> => (await query<{ status: string }>('SELECT status FROM orders WHERE id = $1', [id]))[0]?.status

/** How many places of its link are held, and how many used. */
export const countersOf = async ({ linkId }: Pick<Placed, 'linkId'>): Promise<Record<string, unknown> | undefined> =>
  (await query('SELECT held_count AS held, used_count AS used FROM links WHERE id = $1', [linkId]))[0]

/** On the seller's page of an order: where it stands. */
export const badge = (page: Page, status: string): Locator => page.getByRole('main').getByText(status, { exact: true }).first()

/** On the seller's page of an order: what happened to it. */
export const history = (page: Page): Locator => page.getByRole('list').filter({ hasText: /The customer chose how to pay|Pelanggan memilih cara bayar/ })
