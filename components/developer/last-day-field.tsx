'use client'

import { useTranslations } from 'next-intl'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { MessageKey } from '@/lib/platform/result'

export function LastDayField({ field, error }: { field: UseFormRegisterReturn; error?: MessageKey | undefined }) {
  const t = useTranslations('developers.keys.form')
  return (
    <Field label={t('lastDay')} aside={t('optional')} hint={t('lastDayHint')} error={error}>
      {(control) => <Input {...control} {...field} type="date" max="2200-12-31" className="sm:max-w-56" />}
    </Field>
  )
}
