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
import { useFormAction } from '@/components/ui/use-form-action'
import { saveIdentityAction } from '@/lib/verification/actions'
import { identitySchema } from '@/lib/verification/schema'
import type { Identity } from '@/lib/verification/views'

export function IdentityStep({ given }: { given: Identity | null }) {
  const t = useTranslations('verification.identity')
  const router = useRouter()
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({
    resolver: zodResolver(identitySchema),
    defaultValues: { legalName: given?.legalName ?? '', address: given?.address ?? '', city: given?.city ?? '', postcode: given?.postcode ?? '' },
  })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await saveIdentityAction(values)
    },
    onSuccess: () => {
      setIsSaved(true)
      router.refresh()
    },
  })
  return (
    <Form aria-labelledby="step-identity" onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('legalName')} hint={t('legalNameHint')} error={errors.legalName?.message}>
        {(control) => <Input {...control} {...registerText(form, 'legalName')} autoComplete="name" />}
      </Field>
      <Field label={t('address')} error={errors.address?.message}>
        {(control) => <Input {...control} {...registerText(form, 'address')} autoComplete="street-address" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
        <Field label={t('city')} error={errors.city?.message}>
          {(control) => <Input {...control} {...registerText(form, 'city')} autoComplete="address-level2" />}
        </Field>
        <Field label={t('postcode')} error={errors.postcode?.message}>
          {(control) => <Input {...control} {...registerText(form, 'postcode')} inputMode="numeric" dir="ltr" autoComplete="postal-code" />}
        </Field>
      </div>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
