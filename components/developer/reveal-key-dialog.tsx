'use client'

import { useId, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { revealServerKeyAction } from '@/lib/server-key/actions'
import { passwordSchema } from '@/lib/server-key/schema'
import { developerKeys } from './developer-queries'
import { ShownKey } from './shown-key'

/** Asks for the password before it hands out a key: a phone left lying about is not enough. */
export function RevealKeyDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useTranslations('developers.keys.reveal')
  const [key, setKey] = useState<string | null>(null)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      {key === null ? <PasswordForm id={id} onReveal={setKey} /> : <ShownKey title={name} text={t('shown')} value={key} />}
    </Dialog>
  )
}

function PasswordForm({ id, onReveal }: { id: string; onReveal: (key: string) => void }) {
  const t = useTranslations('developers.keys.reveal')
  const formId = useId()
  const queryClient = useQueryClient()
  const form = useForm({ resolver: zodResolver(passwordSchema), defaultValues: { password: '' } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: ({ password }) => revealServerKeyAction({ id, password }),
    onSuccess: ({ key }) => {
      void queryClient.invalidateQueries({ queryKey: developerKeys.keys })
      onReveal(key)
    },
  })
  return (
    <DialogContent
      title={t('title')}
      description={t('text')}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {t('submit')}
        </Button>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
        <Field label={t('password')} error={form.formState.errors.password?.message}>
          {(field) => <Input {...field} {...form.register('password')} type="password" dir="ltr" autoFocus autoComplete="current-password" />}
        </Field>
        <FormError error={formError} />
      </Form>
    </DialogContent>
  )
}
