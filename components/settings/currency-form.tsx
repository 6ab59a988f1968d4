'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { CurrencySelect } from '@/components/ui/currency-select'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { SaveRow } from '@/components/ui/save-row'
import { useFormAction } from '@/components/ui/use-form-action'
import type { Currency } from '@/lib/money/money'
import { updateShopCurrencyAction } from '@/lib/shop/actions'
import { shopCurrencySchema } from '@/lib/shop/schema'

/** What new links are in at first. */
export function CurrencyForm({ currency }: { currency: Currency }) {
  const t = useTranslations('money.currency')
  const router = useRouter()
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(shopCurrencySchema), defaultValues: { currency } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await updateShopCurrencyAction(values)
    },
    onSuccess: () => {
      setIsSaved(true)
      // New links ask the frame around every page what they begin with.
      router.refresh()
    },
  })
  return (
    <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex max-w-md flex-col gap-4">
      <Field label={t('default')} hint={t('defaultHint')} error={form.formState.errors.currency?.message}>
        {(control) => <CurrencySelect {...control} {...form.register('currency')} />}
      </Field>
      <FormError error={formError} />
      <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
    </Form>
  )
}
