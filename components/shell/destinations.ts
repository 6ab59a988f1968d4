import { BadgeCheck, Banknote, House, Link2, Settings, ShoppingBag, type LucideIcon } from 'lucide-react'

type Destination = { href: string; name: 'home' | 'links' | 'orders' | 'review' | 'money' | 'settings'; icon: LucideIcon }

export const DESTINATIONS: readonly Destination[] = [
  { href: '/home', name: 'home', icon: House },
  { href: '/links', name: 'links', icon: Link2 },
  { href: '/orders', name: 'orders', icon: ShoppingBag },
  { href: '/review', name: 'review', icon: BadgeCheck },
  { href: '/money', name: 'money', icon: Banknote },
  { href: '/settings', name: 'settings', icon: Settings },
]

/** Pages whose address does not say where they belong. */
const HOMES: Record<string, string> = { '/recap': '/orders' }

/** A page belongs to the destination that its address begins with. */
export const isWithin = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`) || HOMES[pathname] === href

/** Pages that take a phone's whole screen and bring their own way out: one task, one button under the thumb. */
export const isTask = (pathname: string): boolean => pathname === '/links/new' || /^\/links\/[^/]+\/edit$/.test(pathname)
