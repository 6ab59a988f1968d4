'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { LinkDraft } from './link-draft'

/** For anybody, or for one customer, who then types nothing when paying. */
export function CustomerFields() {
  const t = useTranslations('links.create')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const { customer } = formState.errors
  const isForOneCustomer = useWatch({ control, name: 'isForOneCustomer' })

  return (
    <FieldSet legend={t('customer')}>
      <Switch label={t('customerOne')} hint={t('customerHint')} {...register('isForOneCustomer')} />
      {isForOneCustomer && (
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <Field label={t('firstName')} error={customer?.firstName?.message}>
            {(field) => <Input {...field} {...register('customer.firstName')} autoComplete="off" />}
          </Field>
          <Field label={t('lastName')} aside={t('optional')} error={customer?.lastName?.message}>
            {(field) => <Input {...field} {...register('customer.lastName')} autoComplete="off" />}
          </Field>
          <Field label={t('phone')} aside={t('optional')} error={customer?.phone?.message}>
            {(field) => <Input {...field} {...register('customer.phone')} type="tel" dir="ltr" autoComplete="off" />}
          </Field>
          <Field label={t('email')} aside={t('optional')} error={customer?.email?.message}>
            {(field) => <Input {...field} {...register('customer.email')} inputMode="email" dir="ltr" autoCapitalize="none" autoComplete="off" />}
          </Field>
          <Field className="sm:col-span-2" label={t('notes')} aside={t('optional')} error={customer?.notes?.message}>
            {(field) => <Textarea {...field} rows={2} {...register('customer.notes')} />}
          </Field>
        </div>
      )}
    </FieldSet>
  )
}
