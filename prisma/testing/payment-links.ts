import { createPaymentLink } from '@/lib/api/payment-links/create'
import { deletePaymentLink } from '@/lib/api/payment-links/delete'
import { getPaymentLink } from '@/lib/api/payment-links/get'
import { listPaymentLinks } from '@/lib/api/payment-links/list'
import { getPaymentLinkQrPng, getPaymentLinkQrSvg } from '@/lib/api/payment-links/qr'
import { updatePaymentLink } from '@/lib/api/payment-links/update'
import { serve } from '@/lib/api/serve'
import type { OrderWish } from '@/lib/checkout/place-order'
import { apiCall, makeApiKey } from './api'
import { makeOrder, makeShop } from './factories'

const handlers = {
  create: serve(createPaymentLink), get: serve(getPaymentLink), remove: serve(deletePaymentLink), list: serve(listPaymentLinks), update: serve(updatePaymentLink),
  png: serve(getPaymentLinkQrPng), svg: serve(getPaymentLinkQrSvg),
}

type LinkPage = { payment_links: Record<string, unknown>[]; next_cursor: string | null; error_messages?: string[] }

/** A shop and what its server asks of the payment links' API. */
export async function makeLinkClient() {
  const scope = await makeShop()
  const key = await makeApiKey(scope)
  const at = (orderId: string, rest = '') => ({ key, method: 'GET', path: `/v1/payment-links/${orderId}${rest}`, params: { order_id: orderId } })
  return {
    scope,
    key,
    create: async (orderId: string, fields: Record<string, unknown> = {}) => {
      const made = await apiCall(handlers.create, { key, method: 'POST', path: '/v1/payment-links', body: { transaction_details: { order_id: orderId, gross_amount: 85_000 }, ...fields } })
      if (made.status !== 200) throw new Error(made.text)
      return String(made.body['payment_url']).split('/').at(-1) ?? ''
    },
    get: (orderId: string) => apiCall(handlers.get, at(orderId)),
    remove: (orderId: string) => apiCall(handlers.remove, { ...at(orderId), method: 'DELETE', body: {} }),
    update: (orderId: string, body: unknown) => apiCall(handlers.update, { ...at(orderId), method: 'PATCH', body }),
    list: async (query = ''): Promise<{ status: number; body: LinkPage }> => {
      const { status, body } = await apiCall(handlers.list, { key, method: 'GET', path: `/v1/payment-links${query}` })
      return { status, body: body as LinkPage }
    },
    png: (orderId: string, query = '') => apiCall(handlers.png, at(orderId, `/qr.png${query}`)),
    svg: (orderId: string) => apiCall(handlers.svg, at(orderId, '/qr.svg')),
  }
}

/** Somebody chooses how to pay. @returns the order's row id */
export const orderOn = async (slug: string, wish: Partial<OrderWish> = {}): Promise<string> => (await makeOrder(slug, wish, new Date())).id
