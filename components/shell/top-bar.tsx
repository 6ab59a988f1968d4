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
    <header className="flex h-14 items-center gap-2.5 border-b bg-card pr-2 pl-4 md:hidden">
      <BrandMark className="size-8" />
      <p className="min-w-0 flex-1 truncate font-semibold">
        <bdi>{name}</bdi>
      </p>
      <ModeSwitch />
      {children}
    </header>
  )
}
