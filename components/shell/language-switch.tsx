'use client'

import { useTransition } from 'react'
import { useRouter } from 'next/navigation'
import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { setLocaleAction } from '@/lib/auth/actions'

/** Offers the other language, named in that language. */
export function LanguageSwitch({ className, variant = 'ghost' }: { className?: string; variant?: 'ghost' | 'secondary' }) {
  const t = useTranslations('common')
  const router = useRouter()
  const other = useLocale() === 'id' ? 'en' : 'id'
  const [isPending, startTransition] = useTransition()

  const change = () =>
    startTransition(async () => {
      const result = await setLocaleAction({ locale: other }).catch(() => null)
      if (result?.ok) startTransition(() => router.refresh())
    })

  return (
    <button
      type="button"
      lang={other}
      disabled={isPending}
      onClick={change}
      className={cn(buttonVariants({ variant, size: 'small' }), className)}
    >
      <Languages aria-hidden />
      {t(`languages.${other}`)}
    </button>
  )
}
