import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/platform/env'
import { onShutdown } from '@/lib/platform/on-shutdown'
import { harmlessText, shortened } from './harmless-text'
import { addressSchema } from './schema'

export type Parcel = {
  /** Part of the Message-ID: the same message sent again bears the same one. */
  id: string
  to: string
  subject: string
  html: string
  text: string
  /** Shown as the sender; null for the product's own name. */
  senderName: string | null
  replyTo: string | null
}

export type Handover =
  | { kind: 'accepted' }
  /** The server will never take it. */
  | { kind: 'refused'; reason: string }
  /** Not now: away, busy, or it does not let us sign in, which its operator can mend. */
  | { kind: 'unavailable'; reason: string }

export type MailServer = { send: (parcel: Parcel) => Promise<Handover>; close: () => void }

const PATIENCE_MS = 20_000
const REASON_MAX = 255

/**
 * @param url `smtp://user:password@host:587` or `smtps://…`
 * @param from `Name <address>` or an address
 */
export function openMailServer({ url, from }: { url: string; from: string }): MailServer {
  const sender = senderOf(from)
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing in a message may make this process read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ id, to, subject, html, text, senderName, replyTo }) => {
      if (!addressSchema.safeParse(to).success) return { kind: 'refused', reason: 'address' }
      try {
        await transport.sendMail({
          messageId: `<${id}@${domainOf(sender.address)}>`,
          // Objects, not text: a comma or a bracket in a name cannot become a further address.
          from: { name: harmlessText(senderName ?? sender.name), address: sender.address },
          to: { name: '', address: to },
          ...(replyTo !== null && addressSchema.safeParse(replyTo).success && { replyTo: { name: '', address: replyTo } }),
          envelope: { from: sender.address, to: [to] },
          subject: harmlessText(subject),
          html,
          text,
          // RFC 3834: no holiday notes in answer, please.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'accepted' }
      } catch (error) {
        return handoverOf(error)
      }
    },
    close: () => transport.close(),
  }
}

let opened: MailServer | null | undefined

/** The one of the settings; null when none is set up. */
export function mailServer(): MailServer | null {
  opened ??= openFromSettings()
  return opened
}

export const hasMailServer = (): boolean => env().SMTP_URL !== undefined

function openFromSettings(): MailServer | null {
  const { SMTP_URL, MAIL_FROM, APP_URL } = env()
  if (SMTP_URL === undefined) return null
  const server = openMailServer({ url: SMTP_URL, from: MAIL_FROM ?? `Tautan <noreply@${new URL(APP_URL).hostname}>` })
  onShutdown(async () => server.close())
  return server
}

function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^(.*)<([^<>]+)>\s*$/.exec(from) ?? []
  return { name: name.trim().replaceAll('"', '') || 'Tautan', address: address.trim() }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** What nodemailer throws: its own code, and the server's answer where there was one. */
type SmtpError = { code?: unknown; responseCode?: unknown; response?: unknown }

/** The two steps at which an answer is about this message, not about us. */
const ABOUT_THE_MESSAGE = ['EENVELOPE', 'EMESSAGE']

function handoverOf(error: unknown): Handover {
  const { code, responseCode, response } = error as SmtpError
  const answer = typeof response === 'string' && response ? shortened(harmlessText(response), REASON_MAX) : null
  if (code === 'EAUTH') return { kind: 'unavailable', reason: 'signIn' }
  const isFinal = ABOUT_THE_MESSAGE.includes(String(code)) && typeof responseCode === 'number' && responseCode >= 500
  if (isFinal) return { kind: 'refused', reason: answer ?? String(responseCode) }
  // Without an answer it names hosts and ports of the operator, which no seller needs to see.
  return { kind: 'unavailable', reason: answer ?? 'unreachable' }
}
