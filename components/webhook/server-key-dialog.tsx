'use client'

import { useId, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { revealServerKeySchema } from '@/lib/shop/schema'
import { revealServerKeyAction } from '@/lib/webhook/actions'

/** Asks for the password before it hands out the key: a phone left lying about is not enough. */
export function ServerKeyDialog({ onReveal }: { onReveal: (key: string) => void }) {
  const t = useTranslations('webhooks.serverKey')
  const [isOpen, setIsOpen] = useState(false)
  const reveal = (key: string) => {
    setIsOpen(false)
    onReveal(key)
  }
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary" size="small">
          <KeyRound aria-hidden />
          {t('show')}
        </Button>
      </DialogTrigger>
      {isOpen && <PasswordForm onReveal={reveal} />}
    </Dialog>
  )
}

function PasswordForm({ onReveal }: { onReveal: (key: string) => void }) {
  const t = useTranslations('webhooks.serverKey')
  const formId = useId()
  const form = useForm({ resolver: zodResolver(revealServerKeySchema), defaultValues: { password: '' } })
  const { submit, formError, isPending } = useFormAction(form, { send: revealServerKeyAction, onSuccess: ({ key }) => onReveal(key) })
  return (
    <DialogContent
      title={t('askTitle')}
      description={t('askText')}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {t('confirm')}
        </Button>
      }
    >
      <form id={formId} noValidate method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
        <Field label={t('password')} error={form.formState.errors.password?.message}>
          {(field) => <Input {...field} {...form.register('password')} type="password" dir="ltr" autoFocus autoComplete="current-password" />}
        </Field>
        <FormError error={formError} />
      </form>
    </DialogContent>
  )
}
