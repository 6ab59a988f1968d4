const REMOVED = '[removed]'

/** Fields whose text is somebody's and not the developer's: who they are and how to reach them. */
const PERSONAL = new Set([
  'first_name', 'last_name', 'full_name', 'name_on_card', 'email', 'phone', 'mobile_phone', 'notes', 'address', 'city', 'postal_code', 'postcode', 'customer_name', 'customer_email', 'customer_phone',
  'va_number', 'va_numbers', 'permata_va_number', 'bill_key', 'payment_code', 'masked_card', 'card_number',
])

/** Everything inside is about a person, or may be: shops put there what they like. */
const PERSONAL_PARTS = new Set(['customer_details', 'billing_address', 'shipping_address', 'metadata', 'custom_field1', 'custom_field2', 'custom_field3'])

/** What is longer says nothing that its beginning would not, and a thousand of them would fill the disk. */
const MAX_LENGTH = 16_384

/** A body as the log keeps it: its form, without personal data, and without what is very long. */
export function loggable(body: unknown): unknown {
  const kept = redact(body)
  const length = JSON.stringify(kept)?.length ?? 0
  return length > MAX_LENGTH ? `[left out: ${length} characters]` : kept
}

function redact(value: unknown): unknown {
  // A body that is nothing but a text: no field says what it is.
  return typeof value === 'string' ? REMOVED : redactInside(value)
}

function redactInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactInside)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (PERSONAL.has(key)) return [key, inner === null ? null : REMOVED]
      return [key, PERSONAL_PARTS.has(key) ? withoutTexts(inner) : redactInside(inner)]
    }),
  )
}

/** Yes, no, nothing and lists of field names say nothing about anybody. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, HARMLESS.has(key) ? inner : withoutTexts(inner)]))
  }
  return typeof value === 'string' || typeof value === 'number' ? REMOVED : value
}

const HARMLESS = new Set(['customer_details_required_fields'])

/** Parameters of a query that never say who somebody is; what is searched for may. */
const HARMLESS_PARAMETERS = new Set(['order_id', 'status', 'cursor', 'limit', 'offset', 'pagination', 'size', 'format'])

/** A path with its query, as the log keeps it: at most 1,000 characters. */
export function loggablePath({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): string {
  const query = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${HARMLESS_PARAMETERS.has(name) ? encodeURIComponent(value) : REMOVED}`)
  return (pathname + (query.length > 0 ? `?${query.join('&')}` : '')).slice(0, 1_000)
}
