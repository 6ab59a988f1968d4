import { Banknote, Link2, Settings, ShoppingBag, type LucideIcon } from 'lucide-react'

type Destination = { href: string; name: 'links' | 'orders' | 'money' | 'settings'; icon: LucideIcon }

export const DESTINATIONS: readonly Destination[] = [
  { href: '/links', name: 'links', icon: Link2 },
  { href: '/orders', name: 'orders', icon: ShoppingBag },
  { href: '/money', name: 'money', icon: Banknote },
  { href: '/settings', name: 'settings', icon: Settings },
]

/** A page belongs to the destination that its address begins with. */
export const isWithin = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`)

/** Pages that take a phone's whole screen and bring their own way out: one task, one button under the thumb. */
export const isTask = (pathname: string): boolean => pathname === '/links/new'
