'use client'

import type { ReactNode } from 'react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { NavigationLink } from '@/components/ui/intent-link'
import { BrandMark } from './brand-mark'
import { ClaimCount } from './claim-count'
import { DESTINATIONS, isWithin } from './destinations'
import { FindButton } from './keys/find-button'
import { ShortcutsButton } from './keys/shortcuts-button'
import { LanguageSwitch } from './language-switch'
import { ModeSwitch } from './mode-switch'
import { useShop } from './shop-context'
import { SignOutButton } from './sign-out-button'

/**
 * From 768 px on.
 * @param children what stands beside the shop's name
 */
export function SideNavigation({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const modeText = useTranslations('mode')
  const pathname = usePathname()
  const shop = useShop()
  return (
    <aside className="fixed inset-y-0 left-0 hidden w-56 flex-col overflow-y-auto border-r bg-card px-3 py-4 md:flex">
      <div className="mb-4 flex items-center gap-3 pl-2">
        <BrandMark />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold" title={shop.name}>
            <bdi>{shop.name}</bdi>
          </p>
          <p className="text-xs text-muted lowercase">{t('appName')}</p>
        </div>
        {children}
      </div>
      <div className="mb-5">
        <ModeSwitch className="w-full" />
        <p className={cn('mt-1.5 px-1 text-xs', shop.mode === 'test' ? 'text-warn' : 'text-muted')}>{modeText(`${shop.mode}Hint`)}</p>
      </div>
      <FindButton />
      <nav aria-label={t('navigation')}>
        <ul className="flex flex-col gap-1">
          {DESTINATIONS.map(({ href, name, icon: Icon }) => (
            <li key={href}>
              <NavigationLink
                href={href}
                aria-current={isWithin(pathname, href) ? 'page' : undefined}
                className="flex h-11 items-center gap-3 rounded-md px-3 hover:bg-subtle aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-on-accent-soft"
              >
                <Icon aria-hidden className="size-5 shrink-0" />
                {t(`nav.${name}`)}
                {name === 'review' && <ClaimCount className="ml-auto rounded-full bg-accent px-2 py-0.5 text-xs font-semibold text-on-accent tabular-nums" />}
              </NavigationLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto flex flex-col gap-1 pt-6">
        <ShortcutsButton className={quietRow} />
        <LanguageSwitch className={quietRow} />
        <SignOutButton className={quietRow} />
      </div>
    </aside>
  )
}

const quietRow = 'w-full justify-start gap-3 px-3 font-normal text-muted'
