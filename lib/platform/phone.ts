/**
 * The number that `https://wa.me/…` wants: country code and digits only. A number that begins with 0
 * or 8 is Indonesian. Numbers are kept as people typed them, so this guesses nothing beyond that.
 */
export function whatsAppNumber(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (phone.trim().startsWith('+')) return digits
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('8') ? `62${digits}` : digits
}
