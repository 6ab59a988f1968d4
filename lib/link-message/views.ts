import type { SmsWay } from '@/lib/sms/views'
import type { Channel, LinkMessageState } from './schema'

/** `link`: the link itself. `ending`: a reminder before it ends. */
export type LinkMessageKind = 'link' | 'ending'

export type LinkMessageView = {
  id: string
  channel: Channel
  kind: LinkMessageKind
  to: string
  state: LinkMessageState
  /** The seller chose `scheduledAt`; else it is the moment of the wish. */
  isTimed: boolean
  scheduledAt: Date
  /** Why it was not sent, or is tried again: a link's status, what a provider or mail server said. */
  reason: string | null
  /** What an SMS says, once it is written. */
  text: string | null
  /** The e-mail in the outbox, once it is written. */
  emailId: string | null
  endedAt: Date | null
}

/** What the list of links shows of a link's messages. */
export type LinkMessageSign = { linkId: string; scheduledAt: Date | null; hasFailed: boolean }

export type SendingWays = {
  /** Else e-mails are kept in the outbox. */
  hasMailServer: boolean
  sms: SmsWay
}

export type LinkMessagesReport = { messages: LinkMessageView[]; ways: SendingWays }
