import { z } from 'zod'
import { line, paragraph } from '@/lib/platform/text'
import { postableUrl } from '@/lib/webhook/schema'
import { fieldsIn, fillEncoded, isSmsField, parseJson, smsNumber, SMS_FIELDS, statusesIn, textsIn, type SmsValues } from './rules'

export const SMS_METHODS = ['POST', 'PUT', 'GET'] as const
export const CONTENT_TYPES = ['json', 'form'] as const
export const MAX_HEADERS = 10

/** What HTTP itself decides, or what our own side says. */
const RESERVED_HEADERS = new Set(['host', 'content-length', 'content-type', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'te', 'trailer', 'expect', 'accept-encoding', 'proxy-authorization', 'proxy-connection'])

/** RFC 9110, 5.6.2: a token. */
const headerName = z.string({ error: 'text' }).trim().min(1, 'required').max(100, 'max100').regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, 'headerName')
  .refine((name) => !RESERVED_HEADERS.has(name.toLowerCase()), 'headerReserved')

/** Visible ASCII and blanks: a line break would begin another header. */
const visible = (max: number) => z.string({ error: 'text' }).trim().regex(/^[\x20-\x7e]*$/, 'headerValue').max(max, `max${max}`)

const headerSchema = z.strictObject({ name: headerName, value: visible(500) })

/** No field stands where the server's name is: it would choose who gets the secret. */
const address = line({ max: 1000, required: true })
  .refine((url) => url === '' || (/^https?:\/\/[^/?#{}\s]+([/?]|$)/i.test(url) && postableUrl(fillEncoded(url, SAMPLE)) !== null), 'smsUrl')

const SAMPLE = Object.fromEntries(SMS_FIELDS.map((field) => [field, 'x'])) as SmsValues

/** The form of the settings. A header's value, or the secret, that is left empty stays as it was. */
export const smsProviderSchema = z
  .strictObject({
    method: z.enum(SMS_METHODS, { error: 'unknownField' }),
    url: address,
    contentType: z.enum(CONTENT_TYPES, { error: 'unknownField' }),
    headers: z.array(headerSchema).max(MAX_HEADERS, 'tooManyHeaders'),
    /** Ignored by GET, whose fields stand in the address. */
    body: paragraph({ max: 4000 }),
    /** What customers see as the sender, where the provider allows it. */
    sender: visible(20),
    secret: visible(500),
    /** Empty: every 2xx. */
    successStatuses: z
      .string({ error: 'text' })
      .trim()
      .max(50, 'max50')
      .refine((text) => statusesIn(text).every((status) => Number.isInteger(status) && status >= 200 && status <= 299), 'smsStatuses'),
  })
  .superRefine(({ method, url, contentType, headers, body }, context) => {
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const carrier = method === 'GET' ? 'url' : 'body'
    const texts = { url: [url], body: method === 'GET' ? [] : bodyTexts(body, contentType) }
    if (texts.body === null) return complain(['body'], 'smsBodyJson')
    for (const place of ['url', 'body'] as const) {
      if (fieldsIn((texts[place] ?? []).join('\n')).some((field) => !isSmsField(field))) complain([place], 'smsField')
    }
    const carried = fieldsIn([...texts.url, ...texts.body].join('\n'))
    if (!carried.includes('text')) complain([carrier], 'smsNeedsText')
    else if (!carried.includes('to') && !carried.includes('number')) complain([carrier], 'smsNeedsTo')
    headers.forEach(({ name, value }, index) => {
      if (headers.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index) complain(['headers', index, 'name'], 'headerTwice')
      if (fieldsIn(value).some((field) => !isSmsField(field))) complain(['headers', index, 'value'], 'smsField')
      if (fieldsIn(value).includes('text')) complain(['headers', index, 'value'], 'headerText')
    })
  })

/** Null when a JSON body is none. */
function bodyTexts(body: string, contentType: (typeof CONTENT_TYPES)[number]): string[] | null {
  if (contentType === 'form') return [body]
  const parsed = parseJson(body)
  return parsed === undefined ? null : textsIn(parsed)
}

export type SmsProviderInput = z.input<typeof smsProviderSchema>
/** What is sealed: complete, with its secrets. */
export type SmsProviderConfig = z.output<typeof smsProviderSchema>

export const smsNumberSchema = line({ max: 30, required: true })
  .refine((phone) => phone === '' || smsNumber(phone) !== null, 'smsNumber')

export const testSmsSchema = z.strictObject({ to: smsNumberSchema })
