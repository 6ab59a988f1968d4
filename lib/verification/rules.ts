import { isSameName } from '@/lib/payment/qris-name'
import type { ReceivingAccount } from '@/lib/receiving/views'
import type { AccountConfirmation, AccountStanding, EmailStanding, Identity, StepReason, StepState, Verification, VerificationStep } from './views'

/** Words that tell what kind of owner it is, not which. Banks add some and leave out others. */
const TITLES = new Set(['pt', 'cv', 'ud', 'pd', 'tbk', 'toko', 'bapak', 'bpk', 'ibu', 'sdr', 'sdri', 'h', 'hj', 'dr', 'drg', 'ir'])

const wordsOf = (name: string): string[] =>
  name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !TITLES.has(word))

/**
 * Whether the name on an account can be this one, as banks and QRIS write names: without titles, cut at
 * the end, and with later words as initials (SITI NURHALIZA → SITI N). The first word is never guessed.
 * Agreeing proves nothing by itself: many people share a name.
 */
export function isNameOf(onAccount: string, name: string): boolean {
  if (isSameName(onAccount, name)) return true
  const [short, full] = [wordsOf(onAccount), wordsOf(name)]
  if (short.length === 0 || short.length > full.length || short[0] !== full[0]) return false
  if (short.length === 1) return full.length === 1
  return short.every((word, index) => full[index]?.startsWith(word))
}

type Compared = { legalName: string; shopName: string }

const nameOn = ({ details }: Pick<ReceivingAccount, 'details'>): string | null =>
  details.kind === 'bank' ? details.holder : details.kind === 'qris' ? details.merchantName : null

/** The shop's own words bear no name: there is nothing that could differ. */
export function agreesWith(account: Pick<ReceivingAccount, 'details'>, { legalName, shopName }: Compared): boolean {
  const name = nameOn(account)
  return name === null || isNameOf(name, legalName) || isNameOf(name, shopName)
}

const isUnchanged = ({ compared }: AccountConfirmation, account: Pick<ReceivingAccount, 'details'>, { legalName }: Pick<Identity, 'legalName'>): boolean =>
  compared.legalName === legalName && JSON.stringify(Object.entries(compared.details).sort()) === JSON.stringify(Object.entries(account.details).sort())

type Facts = {
  shopName: string
  identity: Identity | null
  email: EmailStanding
  /** Whether letters leave this server at all. */
  canSend: boolean
  accounts: readonly ReceivingAccount[]
  confirmations: readonly AccountConfirmation[]
}

/** Where a shop stands with each step; nothing of it keeps a link from being made. */
export function verificationOf({ shopName, identity, email, canSend, accounts, confirmations }: Facts, at: Date): Verification {
  const inUse = accounts.filter(({ isOn }) => isOn)
  // What a courier brings lands on no account.
  const standings = inUse.filter(({ details }) => details.kind !== 'cod').map((account) => accountStanding(account, { shopName, identity, confirmation: confirmations.find(({ accountId }) => accountId === account.id) }))
  return {
    identity: { state: identity ? 'done' : 'open', reason: identity ? 'given' : 'missing', given: identity },
    email: { ...emailStep(email, at), standing: email, canSend },
    account: { ...accountStep(standings, inUse.length), accounts: standings },
  }
}

export const doneSteps = (verification: Verification): VerificationStep[] =>
  (['identity', 'email', 'account'] as const).filter((step) => verification[step].state === 'done')

function emailStep({ isConfirmed, expiresAt }: EmailStanding, at: Date): { state: StepState; reason: StepReason['email'] } {
  if (isConfirmed) return { state: 'done', reason: 'confirmed' }
  if (!expiresAt) return { state: 'open', reason: 'notSent' }
  return expiresAt > at ? { state: 'waiting', reason: 'sent' } : { state: 'attention', reason: 'expired' }
}

type Standing = { shopName: string; identity: Identity | null; confirmation: AccountConfirmation | undefined }

function accountStanding(account: ReceivingAccount, { shopName, identity, confirmation }: Standing): AccountStanding {
  const { id, label, details } = account
  const agrees = identity !== null && agreesWith(account, { legalName: identity.legalName, shopName })
  const facts = { id, label, name: nameOn(account), number: details.kind === 'bank' ? details.number : null, agrees, explanation: confirmation?.explanation ?? null, confirmedAt: confirmation?.confirmedAt ?? null }
  if (!identity) return { ...facts, state: 'waiting', reason: 'needsIdentity' }
  if (confirmation && !isUnchanged(confirmation, account, identity)) return { ...facts, state: 'attention', reason: 'changed' }
  if (!confirmation) return agrees ? { ...facts, state: 'open', reason: 'unconfirmed' } : { ...facts, state: 'attention', reason: 'namesDiffer' }
  // The shop was renamed since: what agreed with its old name has to be explained now.
  if (!agrees && confirmation.explanation === null) return { ...facts, state: 'attention', reason: 'namesDiffer' }
  return { ...facts, state: 'done', reason: confirmation.explanation === null ? 'confirmed' : 'explained' }
}

/** The step is where its least finished account is. */
const ORDER = ['attention', 'open', 'waiting', 'done'] as const satisfies readonly StepState[]

function accountStep(standings: readonly AccountStanding[], inUse: number): { state: StepState; reason: StepReason['account'] } {
  if (inUse === 0) return { state: 'open', reason: 'noAccount' }
  for (const state of ORDER) {
    const found = standings.find((standing) => standing.state === state)
    if (found) return { state, reason: found.reason }
  }
  return { state: 'done', reason: 'onlyDelivery' }
}
