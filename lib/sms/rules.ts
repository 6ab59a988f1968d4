import { whatsappNumber } from '@/lib/link/whatsapp-number'

/** What may stand in a provider's address, headers and body as `{text}`. */
export const SMS_FIELDS = ['to', 'number', 'text', 'sender', 'id', 'secret'] as const
export type SmsField = (typeof SMS_FIELDS)[number]
export type SmsValues = Record<SmsField, string>

export type ContentType = 'json' | 'form'

const FIELD = /\{([A-Za-z_]+)\}/g

/** Words in braces, each once. */
export function fieldsIn(template: string): string[] {
  return [...new Set([...template.matchAll(FIELD)].map(([, word = '']) => word))]
}

export const isSmsField = (word: string): word is SmsField => (SMS_FIELDS as readonly string[]).includes(word)

/** Values as they are: for headers, whose text the schema has judged. */
export function fillText(template: string, values: SmsValues): string {
  return replaceFields(template, (field) => values[field])
}

/** An address or a form body: what is filled in can begin no other parameter. */
export function fillEncoded(template: string, values: SmsValues): string {
  return replaceFields(template, (field) => encodeURIComponent(values[field].toWellFormed()))
}

/**
 * A JSON body. Fields are filled into the texts of the parsed template, so that quotes, line breaks and
 * braces of a message stay inside the text that they were typed into.
 * @returns null when the template is no JSON
 */
export function fillJson(template: string, values: SmsValues): string | null {
  const parsed = parseJson(template)
  return parsed === undefined ? null : JSON.stringify(filled(parsed, values))
}

/** Undefined when it is no JSON. */
export function parseJson(template: string): unknown {
  try {
    return JSON.parse(template) as unknown
  } catch {
    return undefined
  }
}

/** Every text of a JSON template, where fields can stand. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function filled(value: unknown, values: SmsValues): unknown {
  if (typeof value === 'string') return fillText(value, values).toWellFormed()
  if (Array.isArray(value)) return value.map((entry: unknown) => filled(entry, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, values)]))
}

const replaceFields = (template: string, valueOf: (field: SmsField) => string): string =>
  template.replaceAll(FIELD, (whole, word: string) => (isSmsField(word) ? valueOf(word) : whole))

/** Statuses that mean "taken": those that were named, else every 2xx. */
export function isSuccess(statusCode: number, successStatuses: string): boolean {
  const named = statusesIn(successStatuses)
  return named.length > 0 ? named.includes(statusCode) : statusCode >= 200 && statusCode < 300
}

export const statusesIn = (text: string): number[] => text.split(/[\s,;]+/).filter(Boolean).map(Number)

/**
 * A phone number as SMS providers want it (E.164): `+6281234567890`. Numbers without a country are Indonesian.
 * @returns null when this is no number that could exist
 */
export function smsNumber(phone: string): string | null {
  const number = whatsappNumber(phone)
  return number === null ? null : `+${number}`
}
