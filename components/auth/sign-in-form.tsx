'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { useFormAction } from '@/components/ui/use-form-action'
import { signInAction } from '@/lib/auth/actions'
import { signInSchema } from '@/lib/auth/schema'
import { EmailInput } from './email-input'
import { PasswordInput } from './password-input'

export function SignInForm() {
  const t = useTranslations('auth')
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(signInSchema), defaultValues: { email: '', password: '' } })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, { send: signInAction, onSuccess: () => router.replace('/home') })

  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('email')} error={errors.email?.message}>
        {(control) => <EmailInput {...control} {...form.register('email')} autoComplete="username" />}
      </Field>
      <Field label={t('password')} error={errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" size="large" pending={isPending}>
        {t('signIn.submit')}
      </Button>
      <Link href="/forgot-password" className="-my-2 inline-flex min-h-11 items-center self-center text-base font-semibold text-accent hover:underline md:text-sm">
        {t('signIn.forgot')}
      </Link>
    </Form>
  )
}
