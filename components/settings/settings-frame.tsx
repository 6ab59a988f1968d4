'use client'

import type { ReactNode } from 'react'
import { usePathname } from 'next/navigation'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IntentLink } from '@/components/ui/intent-link'

const GROUPS = [
  {
    name: 'ofShop',
    sections: [
      { href: '/settings', name: 'shop' },
      { href: '/settings/verification', name: 'verification' },
      { href: '/settings/payments', name: 'payments' },
      { href: '/settings/new-links', name: 'newLinks' },
    ],
  },
  {
    name: 'ofMessages',
    sections: [
      { href: '/settings/messages', name: 'messages' },
      { href: '/settings/letters', name: 'letters' },
      { href: '/settings/reminders', name: 'reminders' },
      { href: '/settings/sms', name: 'sms' },
      { href: '/settings/outbox', name: 'outbox' },
    ],
  },
  {
    name: 'ofDevelopers',
    sections: [
      { href: '/settings/webhooks', name: 'webhooks' },
      { href: '/settings/developers', name: 'developers' },
    ],
  },
] as const

/** A page of the settings beside its neighbours; what lies below such a page has the whole width. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('settings.sections')
  const pathname = usePathname()
  const here = GROUPS.flatMap(({ sections }) => [...sections]).find(({ href }) => href === pathname)
  if (!here) return children
  return (
    <div className="lg:grid lg:grid-cols-[10.5rem_minmax(0,1fr)] lg:gap-8">
      {/* Closed again on the page that was chosen. */}
      <details key={pathname} className="group mb-4 rounded-lg border bg-card lg:hidden">
        <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-3 px-4 text-base [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 truncate">
            <span className="text-muted">{t('label')}: </span>
            <span className="font-semibold">{t(here.name)}</span>
          </span>
          <ChevronDown aria-hidden className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="border-t p-2">
          <Sections pathname={pathname} />
        </div>
      </details>
      <div className="hidden lg:block">
        <div className="sticky top-7">
          <Sections pathname={pathname} />
        </div>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

function Sections({ pathname }: { pathname: string }) {
  const t = useTranslations('settings.sections')
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-4">
      {GROUPS.map(({ name, sections }) => (
        <div key={name}>
          <p className="px-3 pb-1 text-xs font-semibold text-muted">{t(name)}</p>
          <ul>
            {sections.map(({ href, name: section }) => (
              <li key={href}>
                <IntentLink
                  href={href}
                  aria-current={pathname === href ? 'page' : undefined}
                  className="flex min-h-11 items-center rounded-md px-3 text-base text-muted hover:bg-subtle hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-on-accent-soft lg:min-h-9 lg:text-sm"
                >
                  {t(section)}
                </IntentLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
