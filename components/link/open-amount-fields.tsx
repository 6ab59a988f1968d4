'use client'

import { Tag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PriceInput } from '@/components/ui/price-input'
import { currencySymbol } from '@/lib/money/format-money'
import type { LinkDraft } from './link-draft'

const BOUNDS = ['minimum', 'maximum', 'preset'] as const

/** In place of items: what it is for, and between what the customer decides. */
export function OpenAmountFields() {
  const t = useTranslations('editing.openAmount')
  const create = useTranslations('links.create')
  const { control, register, formState, setValue, setFocus } = useFormContext<LinkDraft>()
  const { items, openAmount: errors } = formState.errors
  const currency = useWatch({ control, name: 'currency' })
  return (
    <div role="group" aria-label={t('title')} className="grid grid-cols-2 gap-x-3 gap-y-4">
      <Field label={t('name')} hint={t('nameHint')} error={items?.[0]?.name?.message ?? items?.root?.message ?? items?.message} className="col-span-2">
        {(field) => <Input {...field} {...register('items.0.name')} autoComplete="off" enterKeyHint="next" placeholder={t('namePlaceholder')} />}
      </Field>
      {BOUNDS.map((bound) => (
        <Field
          key={bound}
          label={t(bound)}
          aside={bound === 'preset' ? create('optional') : undefined}
          hint={bound === 'preset' ? t('presetHint') : undefined}
          error={errors?.[bound]?.message}
          className={bound === 'preset' ? 'col-span-2' : ''}
        >
          {(field) => (
            <Controller
              control={control}
              name={`openAmount.${bound}`}
              render={({ field: { value, onChange, onBlur } }) => (
                <PriceInput {...field} currency={currency} prefix={currencySymbol(currency)} value={value} onValueChange={onChange} onBlur={onBlur} placeholder={bound === 'preset' ? undefined : t(`${bound}Placeholder`)} />
              )}
            />
          )}
        </Field>
      ))}
      <div className="col-span-2 -ml-3">
        <Button
          variant="ghost"
          className="px-3 text-sm text-accent"
          onClick={() => {
            setValue('isOpenAmount', false, { shouldDirty: true })
            setTimeout(() => setFocus('items.0.price'))
          }}
        >
          <Tag aria-hidden />
          {t('fixed')}
        </Button>
      </div>
    </div>
  )
}
