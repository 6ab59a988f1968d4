'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Input } from '@/components/ui/input'
import { Radio } from '@/components/ui/radio'
import { Select } from '@/components/ui/select'
import type { LinkDraft } from './link-draft'

/** When the link opens and closes, by the shop's clock. */
export function PeriodFields({ isEdit = false }: { isEdit?: boolean }) {
  const edit = useTranslations('editing.edit')
  const t = useTranslations('links.create')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const { startsAt, expiry } = formState.errors
  const kind = useWatch({ control, name: 'expiry.kind' })
  const { timeZone } = useShop()
  const zone = nameOf(timeZone, useLocale())

  return (
    <>
      <Field label={t('startsAt')} aside={t('optional')} hint={t('startsAtHint', { zone })} error={startsAt?.message}>
        {(field) => <Input {...field} {...register('startsAt')} type="datetime-local" max="2200-12-31T23:59" className="sm:max-w-72" />}
      </Field>
      <FieldSet legend={t('expiry')} error={expiry?.kind?.message}>
        <div className="flex flex-col gap-x-6 sm:flex-row sm:flex-wrap">
          <Radio label={t('expiryNever')} value="never" {...register('expiry.kind')} />
          <Radio label={t('expiryAt')} value="at" {...register('expiry.kind')} />
          <Radio label={t('expiryAfter')} value="after" {...register('expiry.kind')} />
        </div>
        {kind === 'at' && (
          <Field className="mt-2" label={t('expiryAtField')} hint={t('expiryAtHint', { zone })} error={expiry?.at?.message}>
            {(field) => <Input {...field} {...register('expiry.at')} type="datetime-local" max="2200-12-31T23:59" className="sm:max-w-72" />}
          </Field>
        )}
        {kind === 'after' && (
          <div className="mt-2 grid max-w-72 grid-cols-2 items-start gap-3">
            <Field label={t('expiryAmount')} error={expiry?.amount?.message}>
              {(field) => <Input {...field} {...register('expiry.amount')} dir="ltr" inputMode="numeric" autoComplete="off" />}
            </Field>
            <Field label={t('expiryUnit')} error={expiry?.unit?.message}>
              {(field) => (
                <Select {...field} {...register('expiry.unit')}>
                  <option value="minutes">{t('minutes')}</option>
                  <option value="hours">{t('hours')}</option>
                  <option value="days">{t('days')}</option>
                </Select>
              )}
            </Field>
            <p className="col-span-2 text-sm text-muted">{isEdit ? edit('expiryAfterHint') : t('expiryAfterHint')}</p>
          </div>
        )}
      </FieldSet>
    </>
  )
}

/** `WIB` in Indonesian, `Western Indonesia Time` in English. */
function nameOf(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: locale === 'id' ? 'short' : 'long' }).formatToParts(0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
