'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

const SECTIONS = [
  { href: '/settings', name: 'shop' },
  { href: '/settings/payments', name: 'payments' },
  { href: '/settings/new-links', name: 'newLinks' },
  { href: '/settings/verification', name: 'verification' },
  { href: '/settings/messages', name: 'messages' },
  { href: '/settings/letters', name: 'letters' },
  { href: '/settings/reminders', name: 'reminders' },
  { href: '/settings/sms', name: 'sms' },
  { href: '/settings/webhooks', name: 'webhooks' },
  { href: '/settings/developers', name: 'developers' },
  { href: '/settings/outbox', name: 'outbox' },
] as const

/** The parts of the settings, under their title. */
export function SettingsNavigation() {
  const t = useTranslations('settings.sections')
  const pathname = usePathname()
  return (
    <nav aria-label={t('label')} className="mb-4 border-b md:mb-5">
      <ul className="flex gap-5 overflow-x-auto">
        {SECTIONS.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="flex h-11 items-center border-b-2 border-transparent text-base whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink md:text-sm"
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
