import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number as WhatsApp's `wa.me` addresses want it: digits with the country in front, no plus
 * (faq.whatsapp.com, "How to use click to chat"). Numbers without a country are Indonesian.
 * @returns null when this is no number that could exist
 */
export function whatsappNumber(phone: string): string | null {
  const typed = phone.trim()
  // People also write the country without its plus.
  const parsed = parsePhoneNumberFromString(/^62\d/.test(typed.replaceAll(/\D/g, '')) && !typed.startsWith('+') ? `+${typed}` : typed, 'ID')
  return parsed?.isPossible() ? parsed.number.slice(1) : null
}
