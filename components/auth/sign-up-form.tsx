'use client'

import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { signUpAction } from '@/lib/auth/actions'
import { signUpSchema } from '@/lib/auth/schema'
import { EmailInput } from './email-input'
import { PasswordInput } from './password-input'

export function SignUpForm() {
  const t = useTranslations('auth')
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(signUpSchema), defaultValues: { shopName: '', email: '', password: '', timeZone: '' } })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: (values) => signUpAction({ ...values, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    onSuccess: () => router.replace('/home'),
  })

  return (
    // `post`: before the script is there a browser would write the password into the address.
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('shopName')} hint={t('shopNameHint')} error={errors.shopName?.message}>
        {(control) => <Input {...control} {...form.register('shopName')} autoComplete="organization" />}
      </Field>
      <Field label={t('email')} error={errors.email?.message}>
        {(control) => <EmailInput {...control} {...form.register('email')} autoComplete="email" />}
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" size="large" pending={isPending}>
        {t('signUp.submit')}
      </Button>
    </Form>
  )
}
