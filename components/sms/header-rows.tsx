'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Input } from '@/components/ui/input'
import { MAX_HEADERS, type SmsProviderInput } from '@/lib/sms/schema'

/** @param stored names, in lower case, of headers whose value the server knows */
export function HeaderRows({ stored }: { stored: readonly string[] }) {
  const t = useTranslations('sending.provider')
  const { control, register, formState, setFocus } = useFormContext<SmsProviderInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'headers' })
  const headers = useWatch({ control, name: 'headers' })
  const errors = formState.errors.headers

  const removeRow = (index: number) => {
    remove(index)
    // The button that had the focus is gone.
    if (fields.length > 1) setTimeout(() => setFocus(`headers.${Math.max(0, index - 1)}.name`))
  }

  return (
    <FieldSet legend={t('headers')} hint={t('headersHint')} error={errors?.root?.message}>
      {fields.map((field, index) => (
        <div key={field.id} className="mb-2 grid grid-cols-[minmax(0,1fr)_2.75rem] items-start gap-2 rounded-md bg-subtle p-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_2.75rem]">
          <Field label={<span className="sr-only">{t('headerName', { number: index + 1 })}</span>} error={errors?.[index]?.name?.message}>
            {(control) => <Input {...control} {...register(`headers.${index}.name`)} dir="ltr" autoCapitalize="none" autoComplete="off" spellCheck={false} />}
          </Field>
          <Field
            className="max-sm:col-start-1"
            label={<span className="sr-only">{t('headerValue', { number: index + 1 })}</span>}
            hint={stored.includes((headers[index]?.name ?? '').trim().toLowerCase()) ? t('stored') : undefined}
            error={errors?.[index]?.value?.message}
          >
            {(control) => <Input {...control} {...register(`headers.${index}.value`)} dir="ltr" autoCapitalize="none" autoComplete="off" spellCheck={false} />}
          </Field>
          <Button variant="ghost" size="icon" className="mt-1.5 max-sm:col-start-2 max-sm:row-start-1" aria-label={t('removeHeader', { number: index + 1 })} onClick={() => removeRow(index)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {fields.length < MAX_HEADERS && (
        <Button variant="ghost" className="-ml-3 self-start px-3 text-sm text-accent" onClick={() => append({ name: '', value: '' }, { focusName: `headers.${fields.length}.name` })}>
          <Plus aria-hidden />
          {t('addHeader')}
        </Button>
      )}
    </FieldSet>
  )
}
