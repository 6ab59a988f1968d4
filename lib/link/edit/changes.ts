import type { LinkFieldChange, LinkRecord } from '../views'
import type { LinkChangeSet } from './store'

type Candidate = LinkFieldChange | false | undefined

/**
 * What the history says of an edit: the values that are different, old and new. Whom a link is for stays out of
 * it, since rows of the history cannot be erased; a description is too long to be read there.
 */
export function changesOf(link: LinkRecord, change: LinkChangeSet): LinkFieldChange[] {
  const { title, description, items, usageLimit, period, paymentMethods, accountsOff, customer, customerQuestions, redirects, customFields, metadata } = change
  const named = (list: readonly { name: string; quantity: number }[]) => list.map(({ name, quantity }) => ({ name, quantity }))
  const isOpen = items?.openAmount !== undefined && (items.openAmount !== null || link.openAmount !== null)
  const candidates: Candidate[] = [
    title !== undefined && { field: 'title', from: link.title, to: title },
    description !== undefined && description !== link.description && { field: 'description' },
    items && { field: 'items', from: named(link.items), to: named(items.items) },
    isOpen && { field: 'openAmount', from: link.openAmount, to: items.openAmount ?? null },
    items && !items.openAmount && { field: 'amount', from: link.amount, to: items.amount },
    usageLimit !== undefined && { field: 'usageLimit', from: link.usageLimit, to: usageLimit },
    period && { field: 'startsAt', from: isoOf(link.startsAt), to: isoOf(period.startsAt) },
    period && { field: 'expiresAt', from: isoOf(link.expiresAt), to: isoOf(period.expiresAt) },
    customer !== undefined && !isSame(customer, link.customer) && { field: 'customer' },
    customerQuestions !== undefined && { field: 'questions', from: link.customerQuestions?.required ?? null, to: customerQuestions?.required ?? null },
    paymentMethods && { field: 'paymentMethods', from: link.paymentMethods, to: paymentMethods },
    accountsOff !== undefined && !isSame(accountsOff, link.accountsOff) && { field: 'accountsOff' },
    (redirects !== undefined || customFields !== undefined || metadata !== undefined) && { field: 'server' },
  ]
  return candidates.filter((candidate): candidate is LinkFieldChange => Boolean(candidate) && isChange(candidate))
}

const isoOf = (time: Date | null): string | null => time?.toISOString() ?? null

const isChange = (candidate: Candidate): boolean => Boolean(candidate) && (!candidate || !('from' in candidate) || !isSame(candidate.from, candidate.to))

/** Values of one shape, whatever order their names come in. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted)

const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
