import { z } from 'zod'
import type { ShippingAddress } from '@/lib/order/views'
import type { FieldErrors } from '@/lib/platform/result'
import { line, phoneSchema } from '@/lib/platform/text'

/** The payment page's address fields, in their order, and what they are called in an order. */
export const ADDRESS_FIELDS = {
  shipName: 'name',
  shipPhone: 'phone',
  shipAddress: 'address',
  shipCity: 'city',
  shipPostalCode: 'postalCode',
  shipNote: 'note',
} as const satisfies Record<string, keyof ShippingAddress>

export type AddressField = keyof typeof ADDRESS_FIELDS
export const ADDRESS_FIELD_NAMES = Object.keys(ADDRESS_FIELDS) as AddressField[]

/** What was typed; a name or a number that is missing is the customer's own, see {@link completed}. */
export const shippingAddressSchema = z
  .strictObject({
    shipName: line({ max: 101 }).default(''),
    shipPhone: phoneSchema.default(''),
    shipAddress: line({ max: 255, required: true }),
    shipCity: line({ max: 100, required: true }),
    shipPostalCode: line({ max: 20 }).default(''),
    shipNote: line({ max: 255 }).default(''),
  })
  .transform(({ shipName, shipPhone, shipAddress, shipCity, shipPostalCode, shipNote }): ShippingAddress => ({
    name: shipName, phone: shipPhone, address: shipAddress, city: shipCity, postalCode: shipPostalCode, note: shipNote,
  }))

/** Goods for whoever orders, unless somebody else is named. A courier needs a name, a number, a street and a city. */
export function completed(typed: ShippingAddress | null, customer: { name: string; phone: string }): { address: ShippingAddress | null; missing: FieldErrors } {
  const address = typed && { ...typed, name: typed.name || customer.name, phone: typed.phone || customer.phone }
  const needed = (['shipName', 'shipPhone', 'shipAddress', 'shipCity'] as const).filter((field) => !address?.[ADDRESS_FIELDS[field]])
  return { address, missing: Object.fromEntries(needed.map((field) => [field, 'required'])) }
}
