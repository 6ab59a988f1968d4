'use client'

import { useState } from 'react'
import Link from 'next/link'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { useFormAction } from '@/components/ui/use-form-action'
import { confirmEmailAction } from '@/lib/verification/actions'
import { AuthCard } from './auth-card'

/** One button: who presses it reads the address that the letter went to. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const t = useTranslations('auth.confirmEmail')
  const [isDone, setIsDone] = useState(false)
  const form = useForm({ defaultValues: { token } })
  const { submit, formError, isPending } = useFormAction(form, { send: confirmEmailAction, onSuccess: () => setIsDone(true) })
  if (isDone) {
    return (
      <AuthCard title={t('title')}>
        <div role="status">
          <p className="flex items-start gap-2.5 rounded-md bg-ok-soft px-3.5 py-3 text-base text-ok md:text-sm">
            <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
            {t('done')}
          </p>
          <Link href="/settings/verification" className={cn(buttonVariants({ size: 'large' }), 'mt-4 w-full')}>{t('goOn')}</Link>
        </div>
      </AuthCard>
    )
  }
  return (
    <AuthCard title={t('title')} lead={t('lead')} other={{ href: '/settings/verification', label: t('askAgain') }}>
      <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <FormError error={formError} />
        <Button type="submit" size="large" pending={isPending}>{t('submit')}</Button>
      </Form>
    </AuthCard>
  )
}
