'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { NavigationLink } from '@/components/ui/intent-link'
import { ClaimCount } from './claim-count'
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
            <NavigationLink
              href={href}
              aria-current={isWithin(pathname, href) ? 'page' : undefined}
              className="relative flex h-full flex-col items-center justify-center gap-1 text-xs whitespace-nowrap text-muted -outline-offset-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              <Icon aria-hidden className="size-5.5" />
              {t(`nav.${name}`)}
              {/* Read after where it leads; seen on the icon's shoulder. */}
              {name === 'review' && <ClaimCount className="absolute top-1 left-[calc(50%+3px)] min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-on-accent tabular-nums" />}
            </NavigationLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
