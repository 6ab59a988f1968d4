import 'server-only'
import { env } from '@/lib/platform/env'
import { postOutgoing, type OutgoingAnswer } from '@/lib/platform/outgoing'
import type { Sms, SmsHandover, SmsProblem, SmsProvider } from './provider'
import { fillEncoded, fillJson, fillText, isSuccess, type SmsValues } from './rules'
import type { SmsProviderConfig } from './schema'

const CONTENT_TYPES = { json: 'application/json; charset=utf-8', form: 'application/x-www-form-urlencoded' } as const

/** The most that is kept of what the provider said. */
const ANSWER_MAX = 300

/** A provider that is told by one HTTP request, as its settings describe it. */
export function httpProvider(config: SmsProviderConfig): SmsProvider {
  return {
    send: async (sms) => {
      const answer = await postOutgoing({
        ...requestOf(config, sms),
        method: config.method,
        allowLoopback: env().ALLOW_LOOPBACK_WEBHOOKS,
        // The secret is for the provider that was typed, not for whomever it points to.
        followsRedirects: false,
      })
      return handoverOf(answer, config.successStatuses)
    },
  }
}

export function requestOf(config: SmsProviderConfig, { id, to, text }: Sms): { url: string; headers: Record<string, string>; body: string } {
  const values: SmsValues = { to, number: to.replace('+', ''), text, id, sender: config.sender, secret: config.secret }
  const hasBody = config.method !== 'GET'
  return {
    url: fillEncoded(config.url, values),
    headers: {
      'user-agent': 'Tautan-SMS/1.0',
      accept: 'application/json, */*;q=0.5',
      ...(hasBody && { 'content-type': CONTENT_TYPES[config.contentType] }),
      ...Object.fromEntries(config.headers.map(({ name, value }) => [name.toLowerCase(), fillText(value, values)])),
    },
    body: hasBody ? bodyOf(config, values) : '',
  }
}

function bodyOf({ contentType, body }: SmsProviderConfig, values: SmsValues): string {
  // Typed over several lines for the eye; a form has none.
  if (contentType === 'form') return fillEncoded(body.replaceAll(/\s*\n\s*/g, ''), values)
  const filled = fillJson(body, values)
  if (filled === null) throw new Error('the body template of an SMS provider is no JSON')
  return filled
}

/** Busy: it says itself that it took nothing (RFC 6585, 4; RFC 9110, 15.6.4). */
const BUSY = new Set([429, 503])

function handoverOf({ statusCode, body, error, isUnsent }: OutgoingAnswer, successStatuses: string): SmsHandover {
  const answer = body === null || body === '' ? null : [...body].slice(0, ANSWER_MAX).join('')
  if (statusCode === null) {
    const reason: SmsProblem = error ?? 'connection'
    if (reason === 'refusedAddress') return { kind: 'refused', reason, answer }
    return isUnsent || reason === 'dns' || reason === 'tls' ? { kind: 'unavailable', reason, answer } : { kind: 'uncertain', reason, answer }
  }
  if (isSuccess(statusCode, successStatuses)) return { kind: 'accepted', answer }
  const reason: SmsProblem = `status:${statusCode}`
  if (BUSY.has(statusCode)) return { kind: 'unavailable', reason, answer }
  return statusCode >= 500 ? { kind: 'uncertain', reason, answer } : { kind: 'refused', reason, answer }
}
