'use client'

import type { ReactNode } from 'react'
import { usePathname } from 'next/navigation'
import { BrandMark } from './brand-mark'
import { isTask } from './destinations'
import { ModeSwitch } from './mode-switch'
import { useShop } from './shop-context'

/**
 * Under 768 px: whose shop this is, and whether money moves.
 * @param children what stands at its end, within reach on every page
 */
export function TopBar({ children }: { children: ReactNode }) {
  const { name } = useShop()
  const pathname = usePathname()
  if (isTask(pathname)) return null
  return (
    <header className="flex h-14 items-center gap-1 border-b bg-card pr-1 pl-4 min-[26rem]:gap-2.5 min-[26rem]:pr-2 md:hidden">
      {/* On the narrowest phones the room is the name's, in two lines where it needs them. */}
      <BrandMark className="size-8 max-[26rem]:hidden" />
      <p className="line-clamp-2 min-w-0 flex-1 text-sm font-semibold wrap-anywhere min-[26rem]:line-clamp-1 min-[26rem]:text-base">
        <bdi>{name}</bdi>
      </p>
      <ModeSwitch />
      {children}
    </header>
  )
}
