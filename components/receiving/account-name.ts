import type { AccountState } from '@/lib/receiving/views'

/** Which account is meant, where several have the same label. */
export function nameOf({ label, details }: Pick<AccountState, 'label' | 'details'>): string {
  if (details.kind === 'bank') return `${label} ${details.number}`
  return details.kind === 'qris' ? `${label} ${details.merchantName}` : label
}

/** All of what customers pay to, in one line. */
export function targetOf({ label, details }: Pick<AccountState, 'label' | 'details'>): string {
  switch (details.kind) {
    case 'bank':
      return `${details.bank} ${details.number} · ${details.holder}`
    case 'qris':
      return `${details.merchantName} · ${details.nmid}`
    case 'cod':
      return details.note || label
    case 'custom':
      return `${label}: ${details.text}`
  }
}
