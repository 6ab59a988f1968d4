/** What is known of the create form's fields without its schema: a page that only shows them need not load what checks them. */

/** Midtrans' create-payment-link reference: `usage_limit` at most a million. */
export const MAX_USAGE_LIMIT = 1_000_000
export const MAX_ITEMS = 50
/** Internal ones. */
export const MAX_NOTES = 20
export const CUSTOMER_FIELDS = ['name', 'phone', 'email'] as const

/** Midtrans: of both IDs. */
export const MAX_ID_LENGTH = 50
/** Midtrans: letters, digits and `-` `_` `~` `.`; once per merchant for ever. */
export const ORDER_ID_CHARACTERS = /^[A-Za-z0-9._~-]+$/
/** Midtrans: a-z, 0-9 and hyphens; the last part of the link's address. */
export const SLUG_CHARACTERS = /^[a-z0-9-]+$/

/** A dot segment would be eaten by browsers and proxies wherever the ID stands in an address. */
export const isDotSegment = (text: string): boolean => text === '.' || text === '..'

/** Whether a text could be an ID that is not taken yet. */
export const COULD_BE = {
  orderId: (text: string): boolean => text.length <= MAX_ID_LENGTH && ORDER_ID_CHARACTERS.test(text) && !isDotSegment(text),
  slug: (text: string): boolean => text.length <= MAX_ID_LENGTH && SLUG_CHARACTERS.test(text),
}
