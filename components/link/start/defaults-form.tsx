'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Radio } from '@/components/ui/radio'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction } from '@/components/ui/use-form-action'
import { updateLinkDefaultsAction } from '@/lib/link/defaults/actions'
import type { LinkDefaultsContent } from '@/lib/link/defaults/content'
import type { Offer } from '@/lib/receiving/views'
import { resolveDefaults } from '../draft-resolver'
import { defaultsOf, emptyDraft, withContent, type LinkDraft } from '../link-draft'
import { MethodFields } from '../method-fields'
import { QuestionFields } from '../question-fields'

/** What the create form of this shop begins with. */
export function DefaultsForm({ defaults, offers }: { defaults: LinkDefaultsContent; offers: readonly Offer[] }) {
  const t = useTranslations('editing.defaults')
  const create = useTranslations('links.create')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm<LinkDraft>({ defaultValues: withContent(emptyDraft({ submissionId: '', orderId: '', slug: '' }), defaults), resolver: resolveDefaults })
  const { control, register, formState } = form
  const { errors } = formState
  const [isUnlimited, kind] = useWatch({ control, name: ['isUnlimited', 'expiry.kind'] })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (draft) => {
      setIsSaved(false)
      return await updateLinkDefaultsAction(defaultsOf(draft))
    },
    onSuccess: () => setIsSaved(true),
  })

  return (
    <FormProvider {...form}>
      <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-6">
        <div>
          <Field label={t('usage')} hint={create('usageLimitHint')} error={errors.usageLimit?.message}>
            {(field) => <Input {...field} {...registerText(form, 'usageLimit')} dir="ltr" inputMode="numeric" autoComplete="off" readOnly={isUnlimited} className="max-w-40 read-only:opacity-55" />}
          </Field>
          <Switch label={create('unlimited')} {...register('isUnlimited')} className="mt-1" />
        </div>
        <FieldSet legend={t('expiry')} error={errors.expiry?.kind?.message}>
          <div className="flex flex-col gap-x-6 sm:flex-row sm:flex-wrap">
            <Radio label={create('expiryNever')} value="never" {...register('expiry.kind')} />
            <Radio label={create('expiryAfter')} value="after" {...register('expiry.kind')} />
          </div>
          {kind === 'after' && (
            <div className="mt-2 grid max-w-72 grid-cols-2 items-start gap-3">
              <Field label={create('expiryAmount')} error={errors.expiry?.amount?.message}>
                {(field) => <Input {...field} {...register('expiry.amount')} dir="ltr" inputMode="numeric" autoComplete="off" />}
              </Field>
              <Field label={create('expiryUnit')} error={errors.expiry?.unit?.message}>
                {(field) => (
                  <Select {...field} {...register('expiry.unit')}>
                    <option value="minutes">{create('minutes')}</option>
                    <option value="hours">{create('hours')}</option>
                    <option value="days">{create('days')}</option>
                  </Select>
                )}
              </Field>
            </div>
          )}
        </FieldSet>
        {offers.length > 0 && <MethodFields offers={offers} />}
        <QuestionFields />
        <Field label={create('titleField')} aside={create('optional')} hint={t('titleHint')} error={errors.title?.message}>
          {(field) => <Input {...field} {...registerText(form, 'title')} autoComplete="off" />}
        </Field>
        <Field label={create('description')} aside={create('optional')} hint={t('descriptionHint')} error={errors.description?.message}>
          {(field) => <Textarea {...field} {...registerText(form, 'description')} />}
        </Field>
        <FormError error={formError} />
        <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
      </Form>
    </FormProvider>
  )
}
