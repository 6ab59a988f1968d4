'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, type FieldError, type FieldErrorsImpl, type Merge } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { FieldSet } from '@/components/ui/field-set'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MAX_NOTES } from '@/lib/link/fields'
import type { InternalNote } from '@/lib/link-message/schema'

/** Any form that holds notes under this name: that of a new link, and that of a link's page. */
export type NotesDraft = { internalNotes: InternalNote[] }

/** Notes of the shop's own, as names and texts. */
export function InternalNotesFields() {
  const t = useTranslations('sending.notes')
  const { control, register, formState, setFocus } = useFormContext<NotesDraft>()
  const { fields, append, remove } = useFieldArray({ control, name: 'internalNotes' })
  const errors = formState.errors.internalNotes as Merge<FieldError, (Merge<FieldError, FieldErrorsImpl<InternalNote>> | undefined)[]> | undefined

  const removeRow = (index: number) => {
    remove(index)
    // The button that had the focus is gone.
    if (fields.length > 1) setTimeout(() => setFocus(`internalNotes.${Math.max(0, index - 1)}.key`))
  }

  return (
    <FieldSet legend={t('title')} hint={t('hint')} error={errors?.root?.message}>
      {fields.map((field, index) => (
        <div key={field.id} className="mb-2 grid grid-cols-[minmax(0,1fr)_2.75rem] items-start gap-x-2 gap-y-2 rounded-md bg-subtle p-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_2.75rem]">
          <Field label={<span className="sr-only">{t('key', { number: index + 1 })}</span>} error={errors?.[index]?.key?.message}>
            {(control) => <Input {...control} {...register(`internalNotes.${index}.key`)} placeholder={t('keyPlaceholder')} autoComplete="off" />}
          </Field>
          <Field className="max-sm:col-start-1" label={<span className="sr-only">{t('value', { number: index + 1 })}</span>} error={errors?.[index]?.value?.message}>
            {(control) => <Input {...control} {...register(`internalNotes.${index}.value`)} placeholder={t('valuePlaceholder')} autoComplete="off" />}
          </Field>
          <Button variant="ghost" size="icon" className="mt-1.5 max-sm:col-start-2 max-sm:row-start-1" aria-label={t('remove', { number: index + 1 })} onClick={() => removeRow(index)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {fields.length < MAX_NOTES ? (
        <Button variant="ghost" className="-ml-3 self-start px-3 text-sm text-accent" onClick={() => append({ key: '', value: '' }, { focusName: `internalNotes.${fields.length}.key` })}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      ) : (
        <p className="text-sm text-muted">{t('full', { count: MAX_NOTES })}</p>
      )}
    </FieldSet>
  )
}
