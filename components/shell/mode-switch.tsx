'use client'

import { useEffect, useTransition } from 'react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { cn } from '@/components/ui/cn'
import { useErrorText } from '@/components/ui/error-text'
import { switchModeAction } from '@/lib/shop/actions'
import { isMode, MODE_COOKIE, MODES, type Mode } from '@/lib/shop/mode'
import { useShop } from './shop-context'

/** Test or live: which one it is, and the way to the other. Test bears the colour of a warning, live is calm. */
export function ModeSwitch({ className }: { className?: string }) {
  const t = useTranslations('mode')
  const { describe } = useErrorText()
  const { mode } = useShop()
  const pathname = usePathname()
  const [isPending, startTransition] = useTransition()

  const choose = (wish: Mode) => {
    if (wish === mode) return
    startTransition(async () => {
      const result = await switchModeAction({ mode: wish }).catch(() => null)
      if (result?.ok) window.location.assign(new URL(pageOfMode(pathname), window.location.origin))
      else toast.error(describe(result?.error ?? { kind: 'unexpected' }))
    })
  }

  return (
    <div role="group" aria-label={t('label')} className={cn('grid shrink-0 grid-cols-2 rounded-md border bg-subtle p-0.5', className)}>
      {MODES.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === mode}
          disabled={isPending}
          onClick={() => choose(name)}
          className={cn(
            'relative flex h-9 items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm text-muted after:absolute after:-inset-y-1 after:inset-x-0 hover:text-ink disabled:opacity-60',
            name === mode && (name === 'test' ? 'bg-warn-soft font-semibold text-warn hover:text-warn' : 'bg-card font-semibold text-ok shadow-xs hover:text-ok'),
          )}
        >
          {name === mode && <span aria-hidden className="size-1.5 rounded-full bg-current" />}
          {t(name)}
        </button>
      ))}
    </div>
  )
}

/** Rows of one mode are not in the other: from a page about one of them to the list that it is in. */
function pageOfMode(pathname: string): string {
  const list = ['/settings/developers/requests', '/settings/webhooks', '/settings/outbox', '/links', '/orders'].find((path) => pathname.startsWith(`${path}/`))
  return list ?? pathname
}

/** Another tab, or "back", may have left this page drawn for a mode that the browser no longer works on: it would act in the other one. */
export function KeepMode() {
  const { mode } = useShop()
  useEffect(() => {
    const check = () => {
      const kept = new RegExp(`(?:^|; )${MODE_COOKIE}=([^;]*)`).exec(document.cookie)?.[1]
      if ((isMode(kept) ? kept : 'test') !== mode) window.location.reload()
    }
    const isTold = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(MODE_COOKIE)
    isTold?.postMessage(mode)
    isTold?.addEventListener('message', check)
    const events = ['focus', 'pageshow', 'visibilitychange'] as const
    for (const event of events) window.addEventListener(event, check)
    return () => {
      isTold?.close()
      for (const event of events) window.removeEventListener(event, check)
    }
  }, [mode])
  return null
}
