import type { LiveSetup, ReceivingDetails } from '@/lib/receiving/views'

export const VERIFICATION_STEPS = ['identity', 'email', 'account'] as const
export type VerificationStep = (typeof VERIFICATION_STEPS)[number]

/** `waiting`: on somebody or something else; `attention`: it was begun, and something is not as it should be. */
export type StepState = 'open' | 'waiting' | 'attention' | 'done'

export type Identity = { legalName: string; address: string; city: string; postcode: string; updatedAt: Date }

/** How a seller's e-mail stands. `sentAt`, `expiresAt`: of the last letter that was not used. */
export type EmailStanding = { email: string; isConfirmed: boolean; sentAt: Date | null; expiresAt: Date | null }

/** What was compared when a seller said that an account is theirs. */
export type Compared = { legalName: string; details: ReceivingDetails }

export type AccountConfirmation = { accountId: string; compared: Compared; explanation: string | null; confirmedAt: Date }

/**
 * `needsIdentity`: there is nothing yet to compare with. `namesDiffer`: nobody has said why.
 * `changed`: the account or the identity is another than the one that was confirmed.
 */
export type AccountReason = 'needsIdentity' | 'unconfirmed' | 'namesDiffer' | 'changed' | 'confirmed' | 'explained'

export type AccountStanding = {
  id: string
  label: string
  /** Whose name stands on it; null for the shop's own words, which have none. */
  name: string | null
  /** Its number, where it has one. */
  number: string | null
  agrees: boolean
  state: StepState
  reason: AccountReason
  explanation: string | null
  confirmedAt: Date | null
}

export type StepReason = {
  identity: 'missing' | 'given'
  email: 'notSent' | 'sent' | 'expired' | 'confirmed'
  account: 'noAccount' | 'onlyDelivery' | AccountReason
}

type Step<Name extends VerificationStep> = { state: StepState; reason: StepReason[Name] }

export type Verification = {
  identity: Step<'identity'> & { given: Identity | null }
  email: Step<'email'> & { standing: EmailStanding; canSend: boolean }
  account: Step<'account'> & { accounts: AccountStanding[] }
}

/** What a shop has of what its first real link needs. */
export type LiveStart = { setup: LiveSetup; /** Steps of the checklist that are done; 0 for a shop that can sell, where nobody is told. */ verified: number }
