'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { currencySymbol } from '@/lib/money/format-money'
import type { LinkDraft } from './link-draft'
import { PriceInput } from '@/components/ui/price-input'
import { QuantityStepper } from './quantity-stepper'

type ItemRowProps = { index: number; isAlone: boolean; isDiscount: boolean; onRemove: () => void }

export function ItemRow({ index, isAlone, isDiscount, onRemove }: ItemRowProps) {
  const t = useTranslations('links.create')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const currency = useWatch({ control, name: 'currency' })
  const { items: errors } = formState.errors
  const row = errors?.[index]
  // What is wrong with all rows together (the total) is said beside the first price.
  const priceError = row?.price?.message ?? (index === 0 ? (errors?.root?.message ?? errors?.message) : undefined)
  const number = index + 1
  const rowName = isDiscount ? t('rowDiscount', { number }) : t('row', { number })
  const named = (label: string) => <Named label={label} row={isAlone ? null : rowName} />

  return (
    <div role="group" aria-label={rowName} className={cn('grid grid-cols-[minmax(0,1fr)_8.5rem] gap-x-3 gap-y-4', !isAlone && 'rounded-lg border bg-card p-4')}>
      <Field
        label={named(isDiscount ? t('discountName') : t('itemName'))}
        error={row?.name?.message}
        className="col-span-2"
        aside={
          !isAlone && (
            <Button variant="ghost" size="small" className="-my-3 -mr-2 text-muted" aria-label={t('removeItem', { number })} onClick={onRemove}>
              <Trash2 aria-hidden />
              {t('remove')}
            </Button>
          )
        }
      >
        {(field) => (
          <Input
            {...field}
            {...register(`items.${index}.name`)}
            autoFocus={isAlone}
            autoComplete="off"
            enterKeyHint="next"
            placeholder={index === 0 ? t('itemNamePlaceholder') : undefined}
          />
        )}
      </Field>
      <Field label={named(isDiscount ? t('discount') : t('price'))} error={priceError} className={isDiscount ? 'col-span-2' : ''}>
        {(field) => (
          <Controller
            control={control}
            name={`items.${index}.price`}
            render={({ field: { value, onChange, onBlur } }) => (
              <PriceInput {...field} currency={currency} prefix={`${isDiscount ? '−' : ''}${currencySymbol(currency)}`} value={value} onValueChange={onChange} onBlur={onBlur} />
            )}
          />
        )}
      </Field>
      {!isDiscount && (
        <Field label={named(t('quantity'))} error={row?.quantity?.message}>
          {(field) => (
            <Controller
              control={control}
              name={`items.${index}.quantity`}
              render={({ field: { value, onChange, onBlur } }) => (
                <QuantityStepper
                  {...field}
                  value={value}
                  onValueChange={onChange}
                  onBlur={onBlur}
                  lessLabel={t('less', { number })}
                  moreLabel={t('moreOf', { number })}
                />
              )}
            />
          )}
        </Field>
      )}
    </div>
  )
}

/** On the screen a row's place says which it is; a screen reader hears it with each field. */
function Named({ label, row }: { label: string; row: string | null }) {
  if (!row) return label
  return (
    <>
      {label}
      <span className="sr-only">, {row}</span>
    </>
  )
}
