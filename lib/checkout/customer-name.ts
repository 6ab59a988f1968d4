import type { SpecificCustomer } from '@/lib/link/views'

/** How a specific customer is called: by name, else by what they can be reached with. */
export function fullName({ firstName, lastName, email, phone }: SpecificCustomer): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email.slice(0, 101) || phone
}
