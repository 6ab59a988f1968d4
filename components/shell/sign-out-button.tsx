'use client'

import { useTransition } from 'react'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { useErrorText } from '@/components/ui/error-text'
import { signOutAction } from '@/lib/auth/actions'
import { leaveDashboard } from './leave-dashboard'
import { stopPush } from './stop-push'

export function SignOutButton({ className, variant = 'ghost' }: { className?: string; variant?: 'ghost' | 'secondary' }) {
  const t = useTranslations('common')
  const { describe } = useErrorText()
  const [isPending, startTransition] = useTransition()

  const leave = () =>
    startTransition(async () => {
      const result = await signOutAction({}).catch(() => null)
      if (result?.ok) {
        // Whatever a browser makes of it, it must not keep anybody signed in.
        await stopPush().catch(() => undefined)
        leaveDashboard()
      } else toast.error(describe(result?.error ?? { kind: 'unexpected' }))
    })

  return (
    <button type="button" disabled={isPending} onClick={leave} className={cn(buttonVariants({ variant, size: 'small' }), className)}>
      <LogOut aria-hidden />
      {t('signOut')}
    </button>
  )
}
