import type { EmailState, EmailTemplate } from './schema'

export type EmailSummary = {
  id: string
  state: EmailState
  template: EmailTemplate
  to: string
  subject: string
  createdAt: Date
  sentAt: Date | null
}

export type EmailPage = {
  emails: EmailSummary[]
  next: string | null
  /** Whether a mail server is set up. */
  canSend: boolean
}

export type EmailDetails = EmailSummary & {
  html: string
  text: string
  attemptCount: number
  /** `outdated` (its order was paid or closed before), `unreachable`, `signIn`, or what the mail server answered. */
  lastError: string | null
  orderId: string | null
  linkId: string | null
  canSend: boolean
}
