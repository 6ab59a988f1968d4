import { MESSAGES } from '@/lib/i18n/messages'
import type { Locale } from '@/lib/i18n/locales'
import { METHOD_OF_KIND, type AccountState, type ReceivingDetails } from './views'

/** What customers choose an account by: its bank, the words of custom instructions, else the method's name in the shop's language. */
export function labelOf({ label, details, locale }: { label: string; details: ReceivingDetails; locale: Locale }): string {
  if (details.kind === 'custom') return label
  return details.kind === 'bank' ? details.bank : MESSAGES[locale].methods[METHOD_OF_KIND[details.kind]]
}

/** Where money goes, in one line, for letters. */
export function describeAccount({ label, details }: Pick<AccountState, 'label' | 'details'>): string {
  switch (details.kind) {
    case 'bank':
      return `${details.bank} ${details.number} · ${details.holder}`
    case 'qris':
      return `QRIS ${details.merchantName} · ${details.nmid}`
    case 'cod':
      return details.note ? `${label}: ${details.note}` : label
    case 'custom':
      return `${label}: ${details.text}`
  }
}
