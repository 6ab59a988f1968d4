import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { createAccountSchema, type AccountInput } from '@/lib/receiving/schema'
import type { AccountWithHistory, ReceivingKind } from '@/lib/receiving/views'

/** A form of the payment settings as it stands on the screen: the fields of every kind; {@link inputOf} sends those of its own. */
export type AccountDraft = {
  kind: ReceivingKind
  label: string
  details: { bank: string; number: string; holder: string; payload: string; note: string; text: string }
  /** The seller looked at the name in the code. */
  isMine: boolean
  minimumAmount: string
  maximumAmount: string
  password: string
}

const NO_DETAILS: AccountDraft['details'] = { bank: '', number: '', holder: '', payload: '', note: '', text: '' }

export function draftOf(kind: ReceivingKind, account: AccountWithHistory | null): AccountDraft {
  const amount = (limit: number | null | undefined) => (limit ? new Intl.NumberFormat('id').format(limit) : '')
  return {
    kind,
    label: account?.details.kind === 'custom' ? account.label : '',
    details: { ...NO_DETAILS, ...(account && Object.fromEntries(Object.entries(account.details).filter(([name]) => name in NO_DETAILS))) },
    isMine: account !== null,
    minimumAmount: amount(account?.minimumAmount),
    maximumAmount: amount(account?.maximumAmount),
    password: '',
  }
}

export function inputOf({ kind, label, details, minimumAmount, maximumAmount, password }: AccountDraft): AccountInput {
  return { label: kind === 'custom' ? label : '', details: detailsOf(kind, details), minimumAmount, maximumAmount, password }
}

function detailsOf(kind: ReceivingKind, { bank, number, holder, payload, note, text }: AccountDraft['details']): AccountInput['details'] {
  switch (kind) {
    case 'bank':
      return { kind, bank, number, holder }
    case 'qris':
      return { kind, payload }
    case 'cod':
      return { kind, note }
    case 'custom':
      return { kind, text }
  }
}

/** Whether customers will pay to something else: then the server asks for the password. */
export function changesTarget(draft: AccountDraft, before: AccountDraft | null): boolean {
  const target = ({ label, details }: AccountDraft) => JSON.stringify([label.trim(), ...Object.values(details).map((value) => value.trim())])
  return before === null || target(draft) !== target(before)
}

const resolveInput = zodResolver(createAccountSchema)

/** The action's own schema, and what only a person can answer. @param before what an account was; null for a new one */
export function resolverFor(before: AccountDraft | null): Resolver<AccountDraft> {
  return async (draft, context, { fields, criteriaMode, shouldUseNativeValidation, names }) => {
    // The paths of a draft and of the action's input are the same; only their types are not.
    const options = { fields, criteriaMode, shouldUseNativeValidation, names } as Parameters<typeof resolveInput>[2]
    const { errors } = (await resolveInput(inputOf(draft), context, options)) as { errors: Record<string, unknown> }
    if (draft.kind === 'qris' && !draft.isMine && !errors['details']) errors['isMine'] = { type: 'custom', message: 'qrisConfirm' }
    if (changesTarget(draft, before) && draft.password === '') errors['password'] = { type: 'custom', message: 'required' }
    return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : ({ values: {}, errors } as Awaited<ReturnType<Resolver<AccountDraft>>>)
  }
}
