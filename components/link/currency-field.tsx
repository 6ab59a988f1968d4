'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { CurrencySelect } from '@/components/ui/currency-select'
import { Field } from '@/components/ui/field'
import type { LinkDraft } from './link-draft'

/** Of every price in the link. What was typed stays, and is read by the other currency's decimals. */
export function CurrencyField() {
  const t = useTranslations('money.currency')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const currency = useWatch({ control, name: 'currency' })
  return (
    <Field label={t('label')} hint={currency === 'IDR' ? t('hint') : t('hintAbroad', { currency })} error={formState.errors.currency?.message}>
      {(field) => <CurrencySelect {...field} {...register('currency')} />}
    </Field>
  )
}
