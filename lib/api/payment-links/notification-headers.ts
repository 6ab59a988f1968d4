import { postableUrl } from '@/lib/webhook/schema'
import { MAX_URL } from './schema'
import type { NotificationUrls } from './wish-of'

/** Midtrans: "up to 3 URLs, separated by comma" in each of the two headers. */
const MOST = 3

export const NOTIFICATION_HEADERS = {
  'X-Append-Notification': 'Up to 3 URLs, separated by commas, that are told about this link’s orders besides your endpoints.',
  'X-Override-Notification': 'Up to 3 URLs, separated by commas, that are told about this link’s orders instead of your endpoints.',
} as const

type Read = { urls: NotificationUrls; problems: string[] }

/** The addresses that a request names for the notifications of its link. */
export function readNotificationHeaders(headers: Pick<Headers, 'get'>): Read {
  const append = readUrls(headers, 'X-Append-Notification')
  const override = readUrls(headers, 'X-Override-Notification')
  const urls = { ...(append.urls.length > 0 && { append: append.urls }), ...(override.urls.length > 0 && { override: override.urls }) }
  return { urls: Object.keys(urls).length > 0 ? urls : null, problems: [...append.problems, ...override.problems] }
}

function readUrls(headers: Pick<Headers, 'get'>, name: keyof typeof NOTIFICATION_HEADERS): { urls: string[]; problems: string[] } {
  const given = (headers.get(name) ?? '').split(',').map((text) => text.trim()).filter(Boolean)
  if (given.length > MOST) return { urls: [], problems: [`The header ${name} must have at most ${MOST} addresses.`] }
  const urls = given.map((text) => postableUrl(text)?.href).filter((href) => href !== undefined && href.length <= MAX_URL)
  const isAllRight = urls.length === given.length
  return { urls: [...new Set(urls)].filter((href) => href !== undefined), problems: isAllRight ? [] : [`The header ${name} must only have addresses that can be posted to, such as https://example.com/notifications.`] }
}
