/** Fields whose text is somebody's and not the developer's: who they are and how to reach them. */
const PERSONAL = new Set(['first_name', 'last_name', 'email', 'phone', 'notes', 'address', 'city', 'postal_code', 'customer_name', 'customer_email', 'customer_phone', 'va_number'])

/** A body as the log keeps it: its form, without personal data. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, PERSONAL.has(key) && inner !== null && typeof inner !== 'object' ? '[removed]' : redact(inner)]))
}
