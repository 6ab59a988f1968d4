import { prisma } from '@/lib/database/client'
import { sql } from '@/lib/database/sql'
import { listLinkMessages } from '@/lib/link-message/store'
import type { CreateLinkInput } from '@/lib/link/schema'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Sms, SmsHandover, SmsProvider } from '@/lib/sms/provider'
import { makeLink } from './factories'

/** Far from now, since the database's own clock counts as well: 12.00 in Jakarta. */
export const DAY = new Date('2031-03-10T05:00:00.000Z')
export const customer = { firstName: 'Sari', lastName: '', email: 'sari@example.com', phone: '0812-3456-7890', notes: '' }
export const both = { email: true, sms: true, at: null }

export type Messages = {
  /** A link for Sari that is sent both ways unless said otherwise. */
  make: (overrides?: Partial<CreateLinkInput>, at?: Date) => ReturnType<typeof makeLink>
  states: (linkId: string) => Promise<[channel: string, state: string, reason: string | null][]>
}

/** The links that a shop sends, and what it sees of that. */
export function messagesOf(shop: () => MerchantScope): Messages {
  return {
    make: (overrides = {}, at = DAY) => makeLink(shop(), { customer, sending: both, ...overrides }, at),
    states: async (linkId) => (await listLinkMessages(shop(), linkId)).map(({ channel, state, reason }) => [channel, state, reason]),
  }
}

export const rows = (linkId: string) => prisma.linkMessage.findMany({ where: { linkId }, orderBy: { channel: 'asc' } })
export const jobs = async (id: string) => await sql.queryRows<{ name: string; at: Date }>`SELECT name, start_after AS at FROM pgboss.job WHERE data->>'messageId' = ${id} ORDER BY created_on`

/** A provider that answers in order, then takes everything. */
export function fakeProvider(...answers: SmsHandover[]): { sent: Sms[]; provider: () => Promise<SmsProvider> } {
  const sent: Sms[] = []
  const send = (sms: Sms): Promise<SmsHandover> => {
    sent.push(sms)
    return Promise.resolve(answers.shift() ?? { kind: 'accepted', answer: null })
  }
  return { sent, provider: () => Promise.resolve({ send }) }
}
