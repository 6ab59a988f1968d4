import 'server-only'
import { qrPng, qrSvg } from '@/lib/checkout/qr-code'
import { findSlug } from '@/lib/link/queries'
import { env } from '@/lib/platform/env'
import type { MerchantScope } from '@/lib/shop/scope'
import { endpoint } from '../endpoint'
import { canBeOrderId, linkNotFound, paramsSchema } from './by-order-id'
import { COMMON, NOT_FOUND, problem } from './common-answers'
import { paymentUrl } from './present-link'
import { noQuerySchema, pngQuerySchema } from './query-schema'

const about = {
  method: 'GET',
  tag: 'Payment links',
  scope: 'read',
  dialect: 'link',
  params: paramsSchema,
} as const

const description = 'A QR code of the payment URL, black on white with the quiet zone that scanners need. It opens the link’s page, where the customer chooses how to pay; it is no QRIS code. An addition to Midtrans’ API.'

export const getPaymentLinkQrPng = endpoint({
  ...about,
  operationId: 'getPaymentLinkQrPng',
  path: '/v1/payment-links/{order_id}/qr.png',
  summary: 'Get the QR code of a payment link as PNG',
  description,
  query: pngQuerySchema,
  responses: { 200: { description: 'The picture.', contentType: 'image/png' }, 400: problem('The size cannot be read, or is too small or too large.'), 404: NOT_FOUND, ...COMMON },
  async handle({ scope, params, query }) {
    const url = await urlOf(scope, params.order_id)
    return url === null ? linkNotFound(params.order_id) : { status: 200, bytes: await qrPng(url, query.size), contentType: 'image/png' }
  },
})

export const getPaymentLinkQrSvg = endpoint({
  ...about,
  operationId: 'getPaymentLinkQrSvg',
  path: '/v1/payment-links/{order_id}/qr.svg',
  summary: 'Get the QR code of a payment link as SVG',
  description,
  query: noQuerySchema,
  responses: { 200: { description: 'The picture.', contentType: 'image/svg+xml' }, 404: NOT_FOUND, ...COMMON },
  async handle({ scope, params }) {
    const url = await urlOf(scope, params.order_id)
    return url === null ? linkNotFound(params.order_id) : { status: 200, bytes: Buffer.from(await qrSvg(url)), contentType: 'image/svg+xml' }
  },
})

async function urlOf(scope: MerchantScope, orderId: string): Promise<string | null> {
  const slug = canBeOrderId(orderId) ? await findSlug(scope, orderId) : null
  return slug === null ? null : paymentUrl(env().APP_URL, slug)
}
