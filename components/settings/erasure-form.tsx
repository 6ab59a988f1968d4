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
import { updateErasureAction } from '@/lib/erasure/actions'
import { erasureSchema } from '@/lib/erasure/schema'

/** How long proofs and addresses are kept. */
export function ErasureForm({ days }: { days: number }) {
  const t = useTranslations('review.erase')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(erasureSchema), defaultValues: { days: String(days) } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await updateErasureAction({ days: String(values.days) })
    },
    onSuccess: () => setIsSaved(true),
  })
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('days')} hint={t('hint')} error={form.formState.errors.days?.message}>
        {(control) => <Input {...control} {...registerText(form, 'days')} inputMode="numeric" dir="ltr" autoComplete="off" className="max-w-32" />}
      </Field>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
