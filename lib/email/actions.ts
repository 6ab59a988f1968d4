'use server'

import { sellerAction } from '@/lib/http/action'
import { pack, type Packed } from '@/lib/platform/packed'
import { notFound, success, type Result } from '@/lib/platform/result'
import { hasMailServer } from './mail-server'
import { findEmail, listEmails } from './queries'
import { resendEmail } from './resend-email'
import { emailIdSchema, outboxFilterSchema } from './schema'
import type { EmailDetails, EmailPage } from './views'

/** Read-only: the outbox's query. */
export async function listEmailsAction(input: unknown): Promise<Result<Packed<EmailPage>>> {
  return await sellerAction(input, outboxFilterSchema.strict(), async ({ scope }, filter) => success(pack(await listEmails(scope, filter))))
}

/** Read-only: the query of a message's page. */
export async function findEmailAction(input: unknown): Promise<Result<EmailDetails>> {
  return await sellerAction(input, emailIdSchema, async ({ scope }, { id }) => {
    const email = await findEmail(scope, id)
    return email ? success(email) : notFound()
  })
}

export async function resendEmailAction(input: unknown): Promise<Result<null>> {
  return await sellerAction(input, emailIdSchema, ({ scope }, { id }) => resendEmail(scope, id, { canSend: hasMailServer() }))
}
