'use client'

import { useTranslations } from 'next-intl'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Radio } from '@/components/ui/radio'
import { Switch } from '@/components/ui/switch'
import type { AppError } from '@/lib/platform/result'
import { EVENT_TYPES, RETRY_POLICIES } from '@/lib/webhook/schema'
import type { EndpointDraft } from './use-endpoint-form'

type EndpointFieldsProps = { form: Pick<UseFormReturn<EndpointDraft>, 'control' | 'register' | 'formState'>; formError: AppError | null }

/** Where to, by which name, about what, how stubbornly. */
export function EndpointFields({ form: { control, register, formState }, formError }: EndpointFieldsProps) {
  const t = useTranslations('webhooks')
  const { errors } = formState
  const isEveryEvent = useWatch({ control, name: 'isEveryEvent' })
  return (
    <div className="flex flex-col gap-6">
      <Field label={t('form.url')} hint={t('form.urlHint')} error={errors.url?.message}>
        {(field) => (
          <Input {...field} {...register('url')} type="url" dir="ltr" inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false} placeholder="https://example.com/webhook" />
        )}
      </Field>
      <Field label={t('form.description')} aside={t('form.optional')} hint={t('form.descriptionHint')} error={errors.description?.message}>
        {(field) => <Input {...field} {...register('description')} autoComplete="off" />}
      </Field>
      <FieldSet legend={t('form.events')} error={errors.events?.message}>
        <Switch label={t('form.everyEvent')} {...register('isEveryEvent')} />
        {!isEveryEvent && (
          <div role="group" aria-label={t('form.eventsHint')} className="grid gap-x-6 sm:grid-cols-2">
            {EVENT_TYPES.map((type) => (
              <Checkbox key={type} value={type} label={t(`types.${type}`)} hint={<code className="text-xs">{type}</code>} {...register('events')} />
            ))}
          </div>
        )}
      </FieldSet>
      <FieldSet legend={t('form.retryPolicy')} error={errors.retryPolicy?.message}>
        {RETRY_POLICIES.map((policy) => (
          <Radio key={policy} value={policy} label={t(`retries.${policy}.name`)} hint={t(`retries.${policy}.hint`)} {...register('retryPolicy')} />
        ))}
      </FieldSet>
      <FormError error={formError} />
    </div>
  )
}
