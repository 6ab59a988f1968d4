'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Select } from '@/components/ui/select'
import { useFormAction } from '@/components/ui/use-form-action'
import { LOCALES } from '@/lib/i18n/locales'
import { updateShopAction } from '@/lib/shop/actions'
import { shopProfileSchema, type ShopProfile } from '@/lib/shop/schema'
import { TimeZoneSelect } from './time-zone-select'

export function ShopForm({ profile, zones }: { profile: ShopProfile; zones: readonly string[] }) {
  const t = useTranslations('settings')
  const common = useTranslations('common')
  const router = useRouter()
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(shopProfileSchema), defaultValues: profile })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await updateShopAction(values)
    },
    onSuccess: () => {
      setIsSaved(true)
      // The name stands in the frame, and times everywhere follow the zone.
      router.refresh()
    },
  })

  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('name')} error={errors.name?.message}>
        {(control) => <Input {...control} {...registerText(form, 'name')} autoComplete="organization" />}
      </Field>
      <Field label={t('phone')} hint={t('phoneHint')} error={errors.phone?.message}>
        {(control) => <Input {...control} {...registerText(form, 'phone')} type="tel" dir="ltr" autoComplete="tel" placeholder="0812 3456 7890" />}
      </Field>
      <Field label={t('language')} hint={t('languageHint')} error={errors.locale?.message}>
        {(control) => (
          <Select {...control} {...form.register('locale')}>
            {LOCALES.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {common(`languages.${locale}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} error={errors.timeZone?.message}>
        {(control) => <TimeZoneSelect {...control} {...form.register('timeZone')} zones={zones} />}
      </Field>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
