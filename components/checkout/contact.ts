import type { SpecificCustomer } from '@/lib/link/views'

/** Opens WhatsApp with a draft to the shop; nothing is sent by itself. Null for a number that WhatsApp could not call. */
export function whatsAppAddress(phone: string | null, text: string): string | null {
  const digits = internationalDigits(phone ?? '')
  return /^\d{8,15}$/.test(digits) ? `https://wa.me/${digits}?text=${encodeURIComponent(text)}` : null
}

/**
 * Who a link is meant for, in a way that only they recognise: everybody with the address sees the page.
 * `Sari W. · 0812-…-7890`
 */
export function maskedCustomer({ firstName, lastName, phone, email }: SpecificCustomer): string {
  const initial = [...lastName.trim()][0]
  const name = [firstName, initial && `${initial}.`].filter(Boolean).join(' ')
  const reach = phone ? maskPhone(phone) : email ? maskEmail(email) : ''
  return [name, reach].filter(Boolean).join(' · ')
}

export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '').replace(/^62/, '0')
  return digits.length >= 10 ? `${digits.slice(0, 4)}-…-${digits.slice(-4)}` : `…${digits.slice(-2)}`
}

export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(at)}`
}

/** A leading 0 is an Indonesian number, as people here write their own. */
function internationalDigits(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (phone.trim().startsWith('+')) return digits
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('8') ? `62${digits}` : digits
}
