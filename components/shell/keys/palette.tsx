'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import { useQuery } from '@tanstack/react-query'
import { FileText, Keyboard, Link2, Plus, ShoppingBag, User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { CloseButton } from '@/components/ui/close-button'
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command'
import { overlayClasses } from '@/components/ui/dialog'
import { Money } from '@/components/ui/money'
import { SecondClickGuard } from '@/components/ui/second-click-guard'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { SHORTEST_SEARCH } from '@/lib/palette/rules'
import { DESTINATIONS } from '../destinations'
import { useCustomerName } from '../use-customer-name'
import { openPanel } from './panel'
import { foundQuery } from './palette-queries'

const PAUSE_MS = 200

/** Beside the destinations. Every address once: two items of one value could not be told apart. */
const MORE_PAGES = [
  ['recap', '/recap'], ['payments', '/settings/payments'], ['messages', '/settings/messages'],
  ['outbox', '/settings/outbox'], ['developers', '/settings/developers'], ['webhooks', '/settings/webhooks'],
] as const

/** Goes anywhere by a few letters. The whole screen on a phone. */
export function Palette() {
  const t = useTranslations('keys.palette')
  const names = useTranslations('common.nav')
  const nameOf = useCustomerName()
  const router = useRouter()
  const returnFocus = useReturnFocus()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [selected, setSelected] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, isFetching, isError } = useQuery(foundQuery(asked))
  const text = typed.trim()
  const found = text.length >= SHORTEST_SEARCH ? data : undefined
  const isWaiting = text !== asked || isFetching

  const type = (wish: string) => {
    setTyped(wish)
    setSelected('')
  }
  const go = (href: string) => {
    openPanel(null)
    router.push(href)
  }
  const isMeant = (name: string) => name.toLowerCase().includes(text.toLowerCase())
  const actions = [
    { name: t('newLink'), icon: <Plus aria-hidden />, run: () => go('/links/new') },
    { name: t('shortcuts'), icon: <Keyboard aria-hidden />, run: () => openPanel('shortcuts') },
  ].filter(({ name }) => isMeant(name))
  const pages = [
    ...DESTINATIONS.map(({ href, name, icon: Icon }) => ({ href, name: names(name), icon: <Icon aria-hidden /> })),
    ...MORE_PAGES.map(([name, href]) => ({ href, name: t(`pageNames.${name}`), icon: <FileText aria-hidden /> })),
  ].filter(({ name }) => isMeant(name))
  const values = [
    ...actions.map(({ name }) => `action ${name}`), ...(found?.links ?? []).map(({ id }) => `link ${id}`), ...(found?.orders ?? []).map(({ id }) => `order ${id}`),
    ...(found?.customers ?? []).map(({ q }) => `customer ${q}`), ...pages.map(({ href }) => `page ${href}`),
  ]
  // What was selected may be gone by now: Enter takes the first then.
  const current = values.includes(selected) ? selected : (values[0] ?? '')

  return (
    <Radix.Root open onOpenChange={(wish) => !wish && openPanel(null)}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          aria-describedby={undefined}
          {...returnFocus}
          className="fixed inset-0 z-50 flex flex-col bg-card outline-none md:inset-x-auto md:top-[12vh] md:bottom-auto md:left-1/2 md:max-h-[70vh] md:w-full md:max-w-xl md:-translate-x-1/2 md:rounded-xl md:border md:shadow-float"
        >
          <SecondClickGuard />
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <Command shouldFilter={false} label={t('title')} value={current} onValueChange={setSelected}>
            <div className="flex items-center border-b pr-2 [&>div]:flex-1 [&>div]:border-b-0">
              <CommandInput value={typed} onValueChange={type} placeholder={t('placeholder')} maxLength={100} />
              <Radix.Close asChild>
                <CloseButton />
              </Radix.Close>
            </div>
            {/* Empty, it takes no room: what is said of it stands at the field, not below a phone's keyboard. */}
            <CommandList label={t('title')} {...(values.length === 0 && { className: 'flex-none' })}>
              {actions.length > 0 && (
                <CommandGroup heading={t('actions')}>
                  {actions.map(({ name, icon, run }) => (
                    <CommandItem key={name} value={`action ${name}`} onSelect={run}>
                      {icon}
                      {name}
                    </CommandItem>
                  ))}
                </CommandGroup>
              )}
              {found && group('links', found.links.map(({ id, name, orderId }) => row(`link ${id}`, `/links/${id}`, <Link2 aria-hidden />, name, orderId)))}
              {found &&
                group('orders', found.orders.map(({ id, customerName, linkName, amount, currency }) =>
                  row(`order ${id}`, `/orders/${id}`, <ShoppingBag aria-hidden />, nameOf(customerName), linkName, <Money amount={amount} currency={currency} className="ml-auto" />)))}
              {found &&
                group('customers', found.customers.map(({ name, phone, count, q }) =>
                  row(`customer ${q}`, `/orders?${new URLSearchParams({ q })}`, <User aria-hidden />, nameOf(name),
                    [phone, found.isCut ? t('customerOrdersMany', { shown: count }) : t('customerOrders', { count, shown: count })].filter(Boolean).join(' · '))))}
              {pages.length > 0 && (
                <CommandGroup heading={t('pages')}>
                  {pages.map(({ href, name, icon }) => row(`page ${href}`, href, icon, name))}
                </CommandGroup>
              )}
            </CommandList>
            <p role="status" className="px-5 pb-4 text-sm text-muted empty:hidden">
              {status()}
            </p>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )

  function status(): string {
    if (text.length < SHORTEST_SEARCH) return ''
    if (isWaiting) return t('searching')
    if (isError) return t('failed')
    return values.length === 0 ? t('nothing', { text }) : ''
  }

  function group(name: 'links' | 'orders' | 'customers', rows: ReactNode[]) {
    return rows.length > 0 && <CommandGroup heading={t(name)}>{rows}</CommandGroup>
  }

  function row(value: string, href: string, icon: ReactNode, name: string, hint = '', aside: ReactNode = null) {
    return (
      <CommandItem key={value} value={value} onSelect={() => go(href)}>
        {icon}
        <span className="min-w-0">
          <span className="block truncate">
            <bdi>{name}</bdi>
          </span>
          {hint && (
            <span className="block truncate text-xs text-muted">
              <bdi>{hint}</bdi>
            </span>
          )}
        </span>
        {aside}
      </CommandItem>
    )
  }
}
