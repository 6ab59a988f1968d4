import { availableParallelism, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { processesFor } from './processes.ts'

const text = z.string()

const address = text.refine(isOrigin, 'an address such as https://pay.example.com, without a path')

const settings = z.object({
  PORT: text
    .regex(/^\d{1,5}$/, 'a port number between 0 and 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port number between 0 and 65535')
    .default(3000),
  HOST: text.regex(/^[\w.:-]+$/, 'an address or host name such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PROCESSES: text
    .regex(/^([1-9]|[12]\d|3[0-2])$/, 'a whole number of processes from 1 to 32')
    .transform(Number)
    .default(() => processesFor({ cores: availableParallelism(), memory: memoryOfThisMachine() })),
  APP_URL: address.transform((url) => new URL(url).origin).optional(),
  DATABASE_URL: text
    .refine(isPostgresUrl, 'an address such as postgresql://user:password@host:5432/database')
    .optional(),
  DATA_DIR: text.default('.data').transform((path) => resolve(/* turbopackIgnore: true */ path)),
  APP_SECRET: text.min(32, 'at least 32 characters, for example from: openssl rand -hex 32').optional(),
  ENCRYPTION_KEY: text.regex(/^[0-9a-f]{64}$/i, '64 hexadecimal characters, for example from: openssl rand -hex 32').optional(),
  TRUST_PROXY: text
    .regex(/^(true|false|\d)$/i, 'true, false, or the number of proxies in front (0 to 9)')
    .transform((value) => ({ true: 1, false: 0 })[value.toLowerCase()] ?? Number(value))
    .default(0),
  WORKER: z
    .enum(['on', 'off'], { error: 'on (the server does the jobs) or off (they run in npm run worker)' })
    .default('on'),
  SMTP_URL: text.refine(isSmtpUrl, 'an address such as smtps://user:password@mail.example.com').optional(),
  MAIL_FROM: text.regex(/^[^\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'a sender such as Tautan <hello@example.com>').optional(),
  ALLOW_LOOPBACK_WEBHOOKS: z
    .enum(['true', 'false'], { error: 'true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  API_REQUESTS_PER_MINUTE: text
    .regex(/^[1-9]\d{0,6}$/, 'a number of requests such as 1200')
    .transform(Number)
    .default(1_200),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
})

/** What was set, with defaults; the database and the secret may still be missing and are then made by the launcher. */
export type Settings = z.output<typeof settings> & { APP_URL: string }
export type Env = Settings & { DATABASE_URL: string; APP_SECRET: string }

export class InvalidSettingsError extends Error {
  override name = 'InvalidSettingsError'
}

/** Parses the settings of `source`. An empty value counts as not set. Throws `InvalidSettingsError` that names every bad one. */
export function readEnv(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const problems = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
    throw new InvalidSettingsError(
      [...problems].map(([name, expected]) => `${name} is ${shown(name, given[name])}, but must be ${expected}.`).join('\n'),
    )
  }
  return { ...parsed.data, APP_URL: parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}` }
}

let parsedEnv: Env | undefined

/** The settings of this process, parsed once. The launcher (`bin/`) has put the database and the secret there. */
export function env(): Env {
  parsedEnv ??= requireComplete(readEnv(process.env))
  return parsedEnv
}

function requireComplete(parsed: Settings): Env {
  const { DATABASE_URL, APP_SECRET } = parsed
  if (DATABASE_URL === undefined || APP_SECRET === undefined) {
    throw new InvalidSettingsError(
      'DATABASE_URL and APP_SECRET are missing: start Tautan with npm start, or a script with node bin/run.mjs.',
    )
  }
  return { ...parsed, DATABASE_URL, APP_SECRET }
}

// In a container its limit counts, not the machine around it; without a limit that is 0 or beyond all bounds.
function memoryOfThisMachine(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity)
}

// A mistyped secret or password must not end up on a screen or in a log.
function shown(name: string, value: string | undefined): string {
  return ['APP_SECRET', 'DATABASE_URL', 'SMTP_URL', 'ENCRYPTION_KEY'].includes(name) ? 'not valid' : JSON.stringify(value)
}

function isOrigin(value: string): boolean {
  const url = URL.parse(value)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  )
}

function isSmtpUrl(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

function isPostgresUrl(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}
