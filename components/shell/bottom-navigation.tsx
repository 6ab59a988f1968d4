'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DESTINATIONS, isTask, isWithin } from './destinations'

/** Under 768 px, where the thumb is. */
export function BottomNavigation() {
  const t = useTranslations('common')
  const pathname = usePathname()
  if (isTask(pathname)) return null
  return (
    <nav aria-label={t('navigation')} className="fixed inset-x-0 bottom-0 z-30 border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="grid h-16 auto-cols-fr grid-flow-col">
        {DESTINATIONS.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isWithin(pathname, href) ? 'page' : undefined}
              className="flex h-full flex-col items-center justify-center gap-1 text-xs text-muted -outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-5.5" />
              {t(`nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
