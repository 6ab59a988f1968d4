import 'server-only'
import { logger } from '@/lib/platform/logger'
import { newRowId } from '@/lib/platform/ids'
import type { Letter } from './letter'
import { renderEmail } from './render-email'
import { addressSchema, type EmailTemplate } from './schema'
import type { NewEmail } from './store'

export type EmailWish = Pick<NewEmail, 'shop' | 'linkId' | 'orderId' | 'dedupeKey' | 'at'> & {
  template: EmailTemplate
  to: string | null
  /** Written only when there is somebody to read it. */
  letter: () => Letter | null
}

/**
 * The rows for messages, for {@link insertEmails}. What can never become a message (no address, one
 * that no mail can go to, data that cannot be drawn) is logged and left out: it must not hold up
 * what is written in the same transaction, again and again.
 */
export async function composeEmails(wishes: readonly EmailWish[]): Promise<NewEmail[]> {
  const emails: NewEmail[] = []
  for (const wish of wishes) {
    const email = await composeEmail(wish)
    if (email) emails.push(email)
  }
  return emails
}

async function composeEmail({ letter: write, to, ...wish }: EmailWish): Promise<NewEmail | null> {
  if (to === null) return null
  const { template, dedupeKey } = wish
  if (!addressSchema.safeParse(to).success) {
    logger.warn({ template, dedupeKey }, 'an e-mail was not written: its address is none')
    return null
  }
  try {
    const letter = write()
    return letter && { ...wish, ...(await renderEmail(letter)), id: newRowId(wish.at.getTime()), to, locale: letter.locale }
  } catch (error) {
    logger.error({ error, template, dedupeKey }, 'an e-mail could not be written')
    return null
  }
}
