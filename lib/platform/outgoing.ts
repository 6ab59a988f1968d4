import 'server-only'
import type { lookup as systemLookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { guardedLookup, isRefusedAddress, literalAddress, RefusedAddressError } from './outgoing-address'

/** All of it: name, connection, every redirect, and the last byte of the answer, however slowly it drips. */
const TIMEOUT_MS = 15_000
/** What is read of an answer at most before the connection is cut. */
const READ_BYTES = 64 * 1_024
/** What is kept of it. */
const KEEP_BYTES = 4 * 1_024
const KEEP_HEADERS = 40
const KEEP_HEADER_CHARACTERS = 500
const MAX_REDIRECTS = 5
const MAX_HEADER_BYTES = 16 * 1_024

export type OutgoingError = 'timeout' | 'refusedAddress' | 'dns' | 'connection' | 'tls' | 'redirect' | 'tooLarge' | 'unreadable'

/** What came back. `statusCode` can stand beside an error: the answer began, and then broke off or went on for ever. */
export type OutgoingAnswer = {
  statusCode: number | null
  headers: Record<string, string> | null
  /** The beginning, as text that PostgreSQL can keep; compressed bytes stay compressed. */
  body: string | null
  error: OutgoingError | null
  /** No connection came about: nothing of the request can have arrived. */
  isUnsent?: true
}

type OutgoingRequest = {
  /** Default POST; a GET has no body. */
  method?: 'POST' | 'PUT' | 'GET'
  url: string
  headers: Record<string, string>
  body: string | Buffer
  /** This machine itself may be called. */
  allowLoopback: boolean
  timeoutMs?: number
  /** False where headers or address hold a secret that is meant for one place alone. */
  followsRedirects?: boolean
  lookup?: typeof systemLookup
}

/**
 * Calls an address that somebody else chose, without letting them reach our inside or hold our
 * memory: nothing but public addresses (see lib/platform/outgoing-address.ts; the agent checks once
 * more, with a list of its own), 15 seconds in all, 64 KiB of answer, nothing decompressed.
 *
 * 307 and 308 are followed with the same body, each hop checked anew, never from https to http; any
 * other redirect is an error. Never throws for what the other side does.
 */
export async function postOutgoing({ url, timeoutMs = TIMEOUT_MS, followsRedirects = true, ...rest }: OutgoingRequest): Promise<OutgoingAnswer> {
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), timeoutMs)
  try {
    let target = URL.parse(url)
    for (let hops = 0; target && isPostable(target) && hops <= MAX_REDIRECTS; hops += 1) {
      const answer = await postOnce(target, { ...rest, signal: clock.signal })
      if (answer.error !== null || !isRedirect(answer.statusCode)) return answer
      if (!followsRedirects || (answer.statusCode !== 307 && answer.statusCode !== 308)) return { ...answer, error: 'redirect' }
      const next: URL | null = URL.parse(answer.location ?? '', target)
      if (!next || !isPostable(next) || hops === MAX_REDIRECTS || (target.protocol === 'https:' && next.protocol === 'http:')) {
        return { ...answer, error: 'redirect' }
      }
      target = next
    }
    return { ...NOTHING, error: 'redirect' }
  } finally {
    clearTimeout(timer)
  }
}

const NOTHING = { statusCode: null, headers: null, body: null }
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const isRedirect = (statusCode: number | null): boolean => statusCode !== null && REDIRECTS.has(statusCode)

const isPostable = ({ protocol, username, password }: URL): boolean => /^https?:$/.test(protocol) && username === '' && password === ''

type Hop = Omit<OutgoingRequest, 'url' | 'timeoutMs' | 'followsRedirects'> & { signal: AbortSignal }
type HopAnswer = OutgoingAnswer & { location?: string | undefined }

function postOnce(target: URL, { method = 'POST', headers, body, allowLoopback, lookup, signal }: Hop): Promise<HopAnswer> {
  const literal = literalAddress(target)
  if (literal !== null && isRefusedAddress(literal, { allowLoopback })) return Promise.resolve({ ...NOTHING, error: 'refusedAddress' })
  if (signal.aborted) return Promise.resolve({ ...NOTHING, error: 'timeout' })

  const secure = target.protocol === 'https:'
  const filter = { keepAlive: false, allowIPAddressList: allowLoopback ? ['127.0.0.1', '::1'] : [] }
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  return new Promise((resolve) => {
    const request = (secure ? httpsRequest : httpRequest)(target, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', ...(method !== 'GET' && { 'content-length': String(Buffer.byteLength(body)) }) },
      agent,
      signal,
      maxHeaderSize: MAX_HEADER_BYTES,
      lookup: guardedLookup({ allowLoopback, ...(lookup && { lookup }) }),
    })
    const end = (answer: HopAnswer) => {
      resolve(answer)
      request.destroy()
      agent.destroy()
    }
    let answering = false
    let connected = false
    request.on('socket', (socket) => socket.once('connect', () => (connected = true)))
    const failed = (error: unknown) => end({ ...NOTHING, error: errorOf(error, signal), ...(!connected && { isUnsent: true }) })
    request.on('response', (response) => {
      answering = true
      void readAnswer(response, signal).then(end)
    })
    // Once the answer has begun, its reader hears of what goes wrong.
    request.on('error', (error) => answering || failed(error))
    // A connection that closes without an answer or an error (an upgrade, for one) must not leave us waiting.
    request.on('close', () => answering || failed(undefined))
    request.end(method === 'GET' ? undefined : body)
  })
}

async function readAnswer(response: IncomingMessage, signal: AbortSignal): Promise<HopAnswer> {
  const { statusCode = null, headers } = response
  const kept: Buffer[] = []
  let read = 0
  const answer = (error: OutgoingError | null): HopAnswer => ({
    statusCode,
    headers: keptHeaders(response),
    body: keptText(Buffer.concat(kept)),
    error,
    location: headers.location,
  })
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (read < KEEP_BYTES) kept.push(Buffer.from(chunk.subarray(0, KEEP_BYTES - read)))
      read += chunk.length
      if (read > READ_BYTES) return answer('tooLarge')
    }
    return answer(null)
  } catch (error) {
    return answer(errorOf(error, signal))
  }
}

function keptHeaders({ rawHeaders }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {}
  for (let at = 0; at + 1 < rawHeaders.length && Object.keys(kept).length < KEEP_HEADERS; at += 2) {
    const name = clean((rawHeaders[at] ?? '').toLowerCase()).slice(0, 100)
    const value = clean(rawHeaders[at + 1] ?? '').slice(0, KEEP_HEADER_CHARACTERS)
    kept[name] = Object.hasOwn(kept, name) ? `${kept[name]}, ${value}`.slice(0, KEEP_HEADER_CHARACTERS) : value
  }
  return kept
}

/** A character cut in two by the limit is left out; bytes that are no UTF-8 become the replacement character. */
const keptText = (bytes: Buffer): string => clean(new TextDecoder().decode(bytes, { stream: true }))

/** PostgreSQL has no NUL. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

function errorOf(error: unknown, signal: AbortSignal): OutgoingError {
  if (signal.aborted) return 'timeout'
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  // The agent's own refusals have no code and no class.
  if (error instanceof RefusedAddressError || /^DNS lookup .* is not allowed/.test(message)) return 'refusedAddress'
  if (/^(ENOTFOUND|ENODATA|EAI_|ESERVFAIL)/.test(code)) return 'dns'
  if (/^HPE_/.test(code)) return 'unreadable'
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/.test(code)) return 'tls'
  return 'connection'
}
