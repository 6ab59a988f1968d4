'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field-set'
import { Switch } from '@/components/ui/switch'
import { CUSTOMER_FIELDS } from '@/lib/link/fields'
import type { LinkDraft } from './link-draft'

/** What a customer must tell before paying. Anything else on the payment page may stay empty. */
export function QuestionFields() {
  const t = useTranslations('editing.questions')
  const question = useTranslations('editing.questions.fields')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const asksUsual = useWatch({ control, name: 'asksUsual' })
  return (
    <FieldSet legend={t('title')} error={formState.errors.questions?.message}>
      <Switch label={t('usual')} hint={t('usualHint')} {...register('asksUsual')} />
      {!asksUsual && (
        <div className="mt-1">
          {CUSTOMER_FIELDS.map((field) => (
            <Checkbox key={field} label={question(field)} value={field} {...register('questions')} />
          ))}
          <p className="text-sm text-muted">{t('noneHint')}</p>
        </div>
      )}
    </FieldSet>
  )
}
