import type { Locator, Page } from '@playwright/test'
import { callAction } from './actions'
import type { Seller } from './seller'

/** On the page of an endpoint: what was sent there. */
export const notifications = (page: Page): Locator => page.getByRole('list', { name: 'Notifications' }).getByRole('listitem')

/** A webhook of this shop that leads to `url`. @returns its id */
export async function addEndpoint(seller: Seller, url: string, overrides: Record<string, unknown> = {}): Promise<string> {
  const { result, body } = await callAction('createEndpointAction', { url, description: '', events: [], retryPolicy: 'standard', ...overrides }, seller)
  if (!result?.ok) throw new Error(`no endpoint: ${body}`)
  return (result.value as { id: string }).id
}
