'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction } from '@/components/ui/use-form-action'
import { saveProfileAction } from '@/lib/shop/profile/actions'
import { profileSchema, type ProfileInput } from '@/lib/shop/profile/schema'

/** What customers are told about the shop besides its name and phone. */
export function ProfileForm({ profile }: { profile: ProfileInput }) {
  const t = useTranslations('profile')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(profileSchema), defaultValues: profile })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      const result = await saveProfileAction(values)
      // What was kept is what is shown: a whole address, a bare name.
      if (result.ok) form.reset(values)
      return result
    },
    onSuccess: () => setIsSaved(true),
  })
  const plain = { dir: 'ltr', autoCapitalize: 'none', spellCheck: false } as const
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('supportEmail')} hint={t('supportEmailHint')} error={errors.supportEmail?.message}>
        {(control) => <Input {...control} {...registerText(form, 'supportEmail')} {...plain} type="email" autoComplete="off" placeholder="halo@tokomelati.id" />}
      </Field>
      <Field label={t('website')} error={errors.website?.message}>
        {(control) => <Input {...control} {...registerText(form, 'website')} {...plain} inputMode="url" autoComplete="url" placeholder="tokomelati.id" />}
      </Field>
      <Field label={t('instagram')} error={errors.instagram?.message}>
        {(control) => <Input {...control} {...registerText(form, 'instagram')} {...plain} autoComplete="off" placeholder="@toko.melati" />}
      </Field>
      <fieldset className="flex flex-col gap-4">
        <legend className="sr-only">{t('address')}</legend>
        <Field label={t('street')} hint={t('addressHint')} error={errors.address?.street?.message}>
          {(control) => <Textarea {...control} {...registerText(form, 'address.street')} rows={2} autoComplete="street-address" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('city')} error={errors.address?.city?.message}>
            {(control) => <Input {...control} {...registerText(form, 'address.city')} autoComplete="address-level2" />}
          </Field>
          <Field label={t('province')} error={errors.address?.province?.message}>
            {(control) => <Input {...control} {...registerText(form, 'address.province')} autoComplete="address-level1" />}
          </Field>
          <Field label={t('postalCode')} error={errors.address?.postalCode?.message}>
            {(control) => <Input {...control} {...registerText(form, 'address.postalCode')} dir="ltr" inputMode="numeric" autoComplete="postal-code" placeholder="40115" />}
          </Field>
        </div>
      </fieldset>
      <Field label={t('thankYou')} hint={t('thankYouHint')} error={errors.thankYou?.message}>
        {(control) => <Textarea {...control} {...registerText(form, 'thankYou')} rows={2} />}
      </Field>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
