/**
 * Opens WhatsApp with a message ready to send.
 * @param number digits with the country in front; null lets the seller choose a chat
 */
export function whatsappUrl({ text, number }: { text: string; number?: string | null }): string {
  return `https://wa.me/${number ?? ''}?text=${encodeURIComponent(text.toWellFormed())}`
}
