'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { useFormAction } from '@/components/ui/use-form-action'
import { requestPasswordResetAction } from '@/lib/auth/actions'
import { forgotPasswordSchema } from '@/lib/auth/schema'
import { EmailInput } from './email-input'

export function ForgotPasswordForm() {
  const t = useTranslations('auth')
  const [isSent, setIsSent] = useState(false)
  const form = useForm({ resolver: zodResolver(forgotPasswordSchema), defaultValues: { email: '' } })
  const { submit, formError, isPending } = useFormAction(form, { send: requestPasswordResetAction, onSuccess: () => setIsSent(true) })

  if (isSent) {
    return (
      <p role="status" className="flex items-start gap-2.5 rounded-md bg-ok-soft px-3.5 py-3 text-base text-ok md:text-sm">
        <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('forgot.sent')}
      </p>
    )
  }
  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('email')} error={form.formState.errors.email?.message}>
        {(control) => <EmailInput {...control} {...form.register('email')} autoComplete="username" />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" size="large" pending={isPending}>
        {t('forgot.submit')}
      </Button>
    </Form>
  )
}
