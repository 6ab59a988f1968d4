import { afterAll, beforeEach } from 'vitest'
import { openMailServer, type MailServer } from '@/lib/email/mail-server'
import { openSmtpReceiver, type SmtpReceiver } from './smtp-receiver'

/** A mail server that takes letters for the calling test file, empty before each test, and our side of it. Await it once at the top level. */
export async function useMailServer(): Promise<{ receiver: SmtpReceiver; server: MailServer }> {
  const receiver = await openSmtpReceiver()
  const server = openMailServer({ url: receiver.url, from: 'Tautan <hello@pay.example>' })
  beforeEach(() => void receiver.mails.splice(0))
  afterAll(async () => {
    server.close()
    await receiver.close()
  })
  return { receiver, server }
}
