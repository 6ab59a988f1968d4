import type { ShippingAddress } from '@/lib/order/views'

/** An address as it is pasted into a courier's form or a chat. */
export function addressText({ name, phone, address, city, postalCode, note }: ShippingAddress): string {
  return [name, phone, address, [city, postalCode].filter(Boolean).join(' '), note].filter((line) => line !== '').join('\n')
}
