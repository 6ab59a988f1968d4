'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { useFormAction } from '@/components/ui/use-form-action'
import { saveSenderAction } from '@/lib/email/texts/actions'
import { senderSchema, type SenderValues } from '@/lib/email/texts/schema'

/** Whose name letters to customers bear, and where answers go. */
export function SenderForm({ sender }: { sender: SenderValues }) {
  const t = useTranslations('letters.sender')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(senderSchema), defaultValues: sender })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await saveSenderAction(values)
    },
    onSuccess: () => setIsSaved(true),
  })
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={errors.senderName?.message}>
        {(control) => <Input {...control} {...registerText(form, 'senderName')} autoComplete="organization" />}
      </Field>
      <Field label={t('replyTo')} hint={t('replyToHint')} error={errors.replyTo?.message}>
        {(control) => <Input {...control} {...registerText(form, 'replyTo')} type="email" dir="ltr" autoCapitalize="none" spellCheck={false} autoComplete="off" />}
      </Field>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
