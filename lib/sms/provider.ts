import type { OutgoingError } from '@/lib/platform/outgoing'

export type Sms = {
  /** The same for the same message, however often it is tried. */
  id: string
  /** E.164: `+6281234567890`. */
  to: string
  text: string
}

/** `status:403`, or why there was no answer. */
export type SmsProblem = `status:${number}` | OutgoingError

export type SmsHandover =
  | { kind: 'accepted'; answer: string | null }
  /** Nothing is sent: it can be read where it was written. */
  | { kind: 'kept' }
  /** The provider will not take it. */
  | { kind: 'refused'; reason: SmsProblem; answer: string | null }
  /** Not now, and for certain not taken: it may be tried again. */
  | { kind: 'unavailable'; reason: SmsProblem; answer: string | null }
  /** It may have been taken: trying again could send it twice. */
  | { kind: 'uncertain'; reason: SmsProblem; answer: string | null }

/** What brings a text to a phone. Never throws for what the other side does. */
export type SmsProvider = { send: (sms: Sms) => Promise<SmsHandover> }
