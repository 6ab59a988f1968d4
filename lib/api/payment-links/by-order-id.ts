import { z } from 'zod'
import { problemBody } from '../dialect'
import { answer, type ApiAnswer } from '../endpoint'

/**
 * The link's order ID in an address. Anything may stand there; what can be no order ID is found
 * nowhere. Next hands parts of an address on as they came, so they are decoded here.
 */
export const paramsSchema = z.object({
  order_id: z.string().transform(decoded).meta({ description: 'The link’s order ID, as it was created: without the 13 digits of its orders.', example: 'order-1001' }),
})

export const canBeOrderId = (text: string): boolean => /^[A-Za-z0-9._~-]{1,50}$/.test(text)

/** Another shop's link, and one that was deleted, are answered exactly so too. */
export function linkNotFound(orderId: string): ApiAnswer {
  return answer(404, problemBody('link', { status: 404, messages: [`Payment Link with Order ID '${orderId}' not found`] }))
}

export function refused(status: number, messages: string[]): ApiAnswer {
  return answer(status, problemBody('link', { status, messages }))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).toWellFormed().replaceAll('\0', '')
  } catch {
    return text
  }
}
