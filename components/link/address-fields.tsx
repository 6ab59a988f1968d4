'use client'

import { useTranslations } from 'next-intl'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { BareInput, fieldClasses, Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { IdAvailability } from './id-availability'
import type { LinkDraft } from './link-draft'
import { useLinkUrl } from './use-link-url'

/** Where the link will be, what it is found by, how often it may be paid. All filled in already. */
export function AddressFields() {
  const t = useTranslations('links.create')
  const { control, register, trigger, formState } = useFormContext<LinkDraft>()
  const [slug, orderId, isUnlimited] = useWatch({ control, name: ['slug', 'orderId', 'isUnlimited'] })
  const { errors } = formState
  const urlOf = useLinkUrl()
  const address = urlOf(slug.trim() || '…').replace(/^https?:\/\//, '')
  const host = new URL(urlOf('')).host

  return (
    <Card className="grid gap-4 sm:grid-cols-2">
      <Field
        className="sm:col-span-2"
        label={t('slug')}
        aside={<IdAvailability field="slug" value={slug} />}
        error={errors.slug?.message}
        hint={
          <>
            {t('result')} <bdi className="font-semibold wrap-anywhere text-ink">{address}</bdi>
          </>
        }
      >
        {(field) => (
          <span className={cn(fieldClasses, 'flex h-12 items-center pr-0 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent md:h-11', errors.slug && 'border-bad')}>
            <span aria-hidden className="max-w-1/2 truncate text-muted">
              {host}
            </span>
            <span aria-hidden className="text-muted">
              /p/
            </span>
            <Controller
              control={control}
              name="slug"
              render={({ field: { value, onChange, onBlur, name } }) => (
                <BareInput
                  {...field}
                  name={name}
                  value={value}
                  onChange={({ target }) => {
                    // Changed in place first: React would put the caret at the end.
                    const caret = target.selectionStart
                    target.value = asAddress(target.value)
                    target.setSelectionRange(caret, caret)
                    onChange(target.value)
                  }}
                  onBlur={() => {
                    onBlur()
                    void trigger('slug')
                  }}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  className="h-full min-w-0 flex-1 rounded-r-md bg-transparent pr-3.5 outline-none"
                />
              )}
            />
          </span>
        )}
      </Field>
      <Field label={t('orderId')} hint={t('orderIdHint')} error={errors.orderId?.message} aside={<IdAvailability field="orderId" value={orderId} />}>
        {(field) => (
          <Input {...field} {...register('orderId', { onBlur: () => void trigger('orderId') })} dir="ltr" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        )}
      </Field>
      <div>
        <Field label={t('usageLimit')} hint={t('usageLimitHint')} error={errors.usageLimit?.message}>
          {(field) => <Input {...field} {...register('usageLimit')} dir="ltr" inputMode="numeric" autoComplete="off" readOnly={isUnlimited} className="read-only:opacity-55" />}
        </Field>
        <Switch label={t('unlimited')} {...register('isUnlimited')} className="mt-1" />
      </div>
    </Card>
  )
}

/** As people type a name, character by character what an address can have. */
const asAddress = (typed: string) => typed.toLowerCase().replaceAll(/[\s_]/g, '-')
