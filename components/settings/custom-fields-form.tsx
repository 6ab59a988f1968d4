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
import { saveCustomFieldLabelsAction } from '@/lib/shop/profile/actions'
import { CUSTOM_FIELDS, customFieldLabelsSchema, type CustomFieldLabels } from '@/lib/shop/profile/schema'

/** What the seller calls the three fields that the API hands through. */
export function CustomFieldsForm({ labels: { custom_field1 = '', custom_field2 = '', custom_field3 = '' } }: { labels: CustomFieldLabels }) {
  const t = useTranslations('profile.customFields')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(customFieldLabelsSchema), defaultValues: { custom_field1, custom_field2, custom_field3 } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await saveCustomFieldLabelsAction(values)
    },
    onSuccess: () => setIsSaved(true),
  })
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      {CUSTOM_FIELDS.map((name, index) => (
        <Field key={name} label={t('field', { number: index + 1 })} error={form.formState.errors[name]?.message}>
          {(control) => <Input {...control} {...registerText(form, name)} autoComplete="off" />}
        </Field>
      ))}
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
