'use client'

import { useRef, useState, useTransition, type SyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { FieldChips } from '@/components/message/field-chips'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction } from '@/components/ui/use-form-action'
import { resetLetterAction, saveLetterAction } from '@/lib/email/texts/actions'
import { LETTER_FIELDS } from '@/lib/email/texts/letters'
import { letterTextSchema, type WORDS } from '@/lib/email/texts/schema'
import type { LetterView } from '@/lib/email/texts/views'
import type { MessageField } from '@/lib/message/fields'
import type { AppError } from '@/lib/platform/result'
import { LetterPreview } from './letter-preview'

type Word = (typeof WORDS)[number]

/** A shop's own words for one letter in one language, with the letter beside them. */
export function LetterEditor({ letter: saved }: { letter: LetterView }) {
  const t = useTranslations('letters')
  const { letter, locale } = saved
  const [note, setNote] = useState<string | null>(null)
  // Where a field's button puts its word: where the cursor last stood.
  const cursor = useRef<{ word: Word; at: number | null }>({ word: 'greeting', at: null })
  const form = useForm({ resolver: zodResolver(letterTextSchema), defaultValues: saved })
  const [subject, greeting, closing] = useWatch({ control: form.control, name: ['subject', 'greeting', 'closing'] })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setNote(null)
      return await saveLetterAction(values)
    },
    onSuccess: () => setNote(t('saved')),
  })
  const [isRestoring, startRestoring] = useTransition()
  const [restoreError, setRestoreError] = useState<AppError | null>(null)

  const insert = (name: MessageField) => {
    const { word, at } = cursor.current
    const text = form.getValues(word)
    const place = Math.min(at ?? text.length, text.length)
    form.setValue(word, `${text.slice(0, place)}{${name}}${text.slice(place)}`, { shouldDirty: true })
    cursor.current = { word, at: place + name.length + 2 }
    setNote(null)
    form.setFocus(word)
  }

  const restore = () =>
    startRestoring(async () => {
      const result = await resetLetterAction({ letter, locale }).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
      setRestoreError(result.ok ? null : result.error)
      if (!result.ok) return
      form.reset({ letter, locale, subject: '', greeting: '', closing: '' })
      setNote(t('resetDone'))
    })

  const register = (word: Word) => ({
    ...registerText(form, word),
    lang: locale,
    onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>) => (cursor.current = { word, at: currentTarget.selectionStart }),
  })
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Form onSubmit={(event) => void submit(event)} onChange={() => setNote(null)} className="flex min-w-0 flex-col gap-4">
        <FieldChips fields={LETTER_FIELDS[letter]} onInsert={insert} />
        <Field label={t('subject')} hint={t('ours')} error={errors.subject?.message}>
          {(control) => <Input {...control} {...register('subject')} autoComplete="off" />}
        </Field>
        <Field label={t('greeting')} hint={t('none')} error={errors.greeting?.message}>
          {(control) => <Textarea {...control} {...register('greeting')} rows={3} />}
        </Field>
        <Field label={t('closing')} hint={t('none')} error={errors.closing?.message}>
          {(control) => <Textarea {...control} {...register('closing')} rows={3} />}
        </Field>
        <FormError error={formError ?? restoreError} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <SaveRow pending={isPending} saved={note} />
          {subject + greeting + closing !== '' && (
            <Button variant="ghost" pending={isRestoring} onClick={restore}>
              {t('reset')}
            </Button>
          )}
        </div>
      </Form>
      <LetterPreview text={{ letter, locale, subject, greeting, closing }} />
    </div>
  )
}
