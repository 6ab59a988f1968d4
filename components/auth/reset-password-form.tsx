'use client'

import { useState } from 'react'
import Link from 'next/link'
import { zodResolver } from '@hookform/resolvers/zod'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { useFormAction } from '@/components/ui/use-form-action'
import { resetPasswordAction } from '@/lib/auth/actions'
import { resetPasswordSchema } from '@/lib/auth/schema'
import { PasswordInput } from './password-input'

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations('auth')
  const [isDone, setIsDone] = useState(false)
  const form = useForm({ resolver: zodResolver(resetPasswordSchema), defaultValues: { token, password: '' } })
  const { submit, formError, isPending } = useFormAction(form, { send: resetPasswordAction, onSuccess: () => setIsDone(true) })

  if (isDone) {
    return (
      <div role="status">
        <p className="flex items-start gap-2.5 rounded-md bg-ok-soft px-3.5 py-3 text-base text-ok md:text-sm">
          <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
          {t('reset.done')}
        </p>
        <Link href="/sign-in" className={cn(buttonVariants({ size: 'large' }), 'mt-4 w-full')}>
          {t('signIn.submit')}
        </Link>
      </div>
    )
  }
  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('newPassword')} hint={t('passwordHint')} error={form.formState.errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" size="large" pending={isPending}>
        {t('reset.submit')}
      </Button>
    </Form>
  )
}
