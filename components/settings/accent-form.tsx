'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { SaveRow } from '@/components/ui/save-row'
import { useFormAction } from '@/components/ui/use-form-action'
import { readColor } from '@/lib/shop/profile/accent'
import { saveAccentAction } from '@/lib/shop/profile/actions'
import { accentSchema } from '@/lib/shop/profile/schema'
import { AccentReport } from './accent-report'

/** What the browser's colour picker shows while nothing is chosen. */
const OURS = '#0b7a6b'

/** The payment page's colour, with what it does to the text on it while it is chosen. @param saved `#rrggbb`; empty: ours */
export function AccentForm({ saved }: { saved: string }) {
  const t = useTranslations('profile.accent')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(accentSchema), defaultValues: { color: saved } })
  const typed = useWatch({ control: form.control, name: 'color' })
  const color = readColor(typed)
  const choose = (value: string) => {
    setIsSaved(false)
    form.setValue('color', value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
  }
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await saveAccentAction(values)
    },
    onSuccess: () => setIsSaved(true),
  })
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('label')} hint={t('hint')} error={form.formState.errors.color?.message}>
        {(control) => (
          <div className="flex gap-2">
            <input
              type="color"
              aria-label={t('picker')}
              value={color ?? OURS}
              onChange={(event) => choose(event.currentTarget.value)}
              className="h-12 w-14 shrink-0 cursor-pointer rounded-md border border-line-strong bg-card p-1 md:h-11"
            />
            <Input {...control} {...form.register('color')} dir="ltr" autoCapitalize="none" autoComplete="off" spellCheck={false} placeholder={OURS} className="max-w-36 font-mono" />
          </div>
        )}
      </Field>
      <AccentReport color={color ?? (typed.trim() === '' ? OURS : null)} onChoose={choose} />
      <FormError error={formError} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
        {typed !== '' && (
          <Button variant="ghost" onClick={() => choose('')}>
            {t('reset')}
          </Button>
        )}
      </div>
    </Form>
  )
}
