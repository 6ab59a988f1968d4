'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Card, CardTitle } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { SaveRow } from '@/components/ui/save-row'
import { useFormAction } from '@/components/ui/use-form-action'
import { updateRedirectsAction } from '@/lib/shop/actions'
import { REDIRECTS, redirectsSchema, type Redirects } from '@/lib/shop/redirect-url'

const ID = 'redirects'

/** A link to it from another page of the dashboard is looked for while this one still loads, and would end above it. */
function comeInto(card: HTMLElement | null): void {
  if (card && window.location.hash === `#${ID}`) card.scrollIntoView()
}

/** Where customers go after paying, unless a link says otherwise. */
export function RedirectForm({ redirects: { finish = '', unfinish = '', error = '' } }: { redirects: Redirects }) {
  const t = useTranslations('developers.redirects')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm({ resolver: zodResolver(redirectsSchema), defaultValues: { finish, unfinish, error } })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setIsSaved(false)
      return await updateRedirectsAction(values)
    },
    onSuccess: () => setIsSaved(true),
  })
  return (
    <Card id={ID} ref={comeInto} className="scroll-mt-20 md:scroll-mt-7">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-base text-muted md:text-sm">{t('text')}</p>
      <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="mt-4 flex flex-col gap-4">
        {REDIRECTS.map((name) => (
          <Field key={name} label={t(`${name}.label`)} hint={t(`${name}.hint`)} error={errors[name]?.message}>
            {(field) => (
              <Input {...field} {...form.register(name)} type="url" dir="ltr" inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false} placeholder="https://example.com/" />
            )}
          </Field>
        ))}
        <FormError error={formError} />
        <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
      </Form>
    </Card>
  )
}
