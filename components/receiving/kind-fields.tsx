'use client'

import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { BANKS } from '@/lib/receiving/banks'
import type { ReceivingKind } from '@/lib/receiving/views'
import type { AccountDraft } from './account-draft'
import { QrisField } from './qris-field'

/** What customers pay to, by its kind. */
export function KindFields({ kind }: { kind: ReceivingKind }) {
  const t = useTranslations('payments.form')
  const banksId = useId()
  const { register, formState } = useFormContext<AccountDraft>()
  const errors = formState.errors.details
  switch (kind) {
    case 'bank':
      return (
        <>
          <Field label={t('bank')} hint={t('bankHint')} error={errors?.bank?.message}>
            {(field) => <Input {...field} {...register('details.bank')} list={banksId} autoComplete="off" />}
          </Field>
          <datalist id={banksId}>
            {BANKS.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Field label={t('number')} hint={t('numberHint')} error={errors?.number?.message}>
            {(field) => <Input {...field} {...register('details.number')} dir="ltr" inputMode="numeric" autoComplete="off" className="tabular-nums" />}
          </Field>
          <Field label={t('holder')} hint={t('holderHint')} error={errors?.holder?.message}>
            {(field) => <Input {...field} {...register('details.holder')} autoComplete="off" />}
          </Field>
        </>
      )
    case 'qris':
      return <QrisField />
    case 'cod':
      return (
        <Field label={t('note')} aside={t('optional')} error={errors?.note?.message}>
          {(field) => <Textarea {...field} {...register('details.note')} placeholder={t('notePlaceholder')} />}
        </Field>
      )
    case 'custom':
      return (
        <>
          <Field label={t('label')} error={formState.errors.label?.message}>
            {(field) => <Input {...field} {...register('label')} placeholder={t('labelPlaceholder')} autoComplete="off" />}
          </Field>
          <Field label={t('text')} error={errors?.text?.message}>
            {(field) => <Textarea {...field} {...register('details.text')} rows={4} placeholder={t('textPlaceholder')} />}
          </Field>
        </>
      )
  }
}
