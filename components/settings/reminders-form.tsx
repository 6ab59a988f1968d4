'use client'

import { useState } from 'react'
import Link from 'next/link'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm, useWatch, type Resolver } from 'react-hook-form'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Switch } from '@/components/ui/switch'
import { useFormAction } from '@/components/ui/use-form-action'
import { saveRemindersAction } from '@/lib/reminder/actions'
import { remindersSchema, type Reminders, type RemindersInput } from '@/lib/reminder/schema'

type Draft = { remindsOfEnd: boolean; linkEndingHours: string; remindsOfOrders: boolean; unpaidOrderHours: string; warnsOrders: boolean }

const inputOf = ({ remindsOfEnd, linkEndingHours, remindsOfOrders, unpaidOrderHours, warnsOrders }: Draft): RemindersInput => ({
  linkEndingHours: remindsOfEnd ? linkEndingHours : null,
  unpaidOrderHours: remindsOfOrders ? unpaidOrderHours : null,
  warnsOrders,
})

const resolveInput = zodResolver(remindersSchema)

/** Checks by the action's own schema; error paths are the same in both shapes. */
const resolve: Resolver<Draft> = async (draft, context, options) => {
  const { errors } = await resolveInput(inputOf(draft), context, options as unknown as Parameters<typeof resolveInput>[2])
  return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : ({ values: {}, errors } as Awaited<ReturnType<Resolver<Draft>>>)
}

/** What customers hear by themselves when they have not paid. */
export function RemindersForm({ reminders }: { reminders: Reminders }) {
  const t = useTranslations('sending.reminders')
  const [isSaved, setIsSaved] = useState(false)
  const form = useForm<Draft>({
    resolver: resolve,
    defaultValues: {
      remindsOfEnd: reminders.linkEndingHours !== null,
      linkEndingHours: String(reminders.linkEndingHours ?? 24),
      remindsOfOrders: reminders.unpaidOrderHours !== null,
      unpaidOrderHours: String(reminders.unpaidOrderHours ?? 6),
      warnsOrders: reminders.warnsOrders,
    },
  })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (draft) => {
      setIsSaved(false)
      return await saveRemindersAction(inputOf(draft))
    },
    onSuccess: () => setIsSaved(true),
  })
  const { errors } = form.formState
  const [remindsOfEnd, remindsOfOrders] = useWatch({ control: form.control, name: ['remindsOfEnd', 'remindsOfOrders'] })

  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Card>
        <p className="mb-3 text-base text-muted md:text-sm">{t('text')}</p>
        <Form onSubmit={(event) => void submit(event)} onChange={() => setIsSaved(false)} className="flex flex-col gap-4">
          <div>
            <Switch label={t('linkEnding')} hint={t('linkEndingHint')} {...form.register('remindsOfEnd')} />
            {remindsOfEnd && (
              <Field className="mt-1 ml-13" label={t('linkEndingHours')} error={errors.linkEndingHours?.message}>
                {(field) => <Input {...field} {...registerText(form, 'linkEndingHours')} inputMode="numeric" dir="ltr" autoComplete="off" className="max-w-32" />}
              </Field>
            )}
          </div>
          <div>
            <Switch label={t('unpaidOrder')} hint={t('unpaidOrderHint')} {...form.register('remindsOfOrders')} />
            {remindsOfOrders && (
              <Field className="mt-1 ml-13" label={t('unpaidOrderHours')} error={errors.unpaidOrderHours?.message}>
                {(field) => <Input {...field} {...registerText(form, 'unpaidOrderHours')} inputMode="numeric" dir="ltr" autoComplete="off" className="max-w-32" />}
              </Field>
            )}
          </div>
          <Switch label={t('warnsOrders')} hint={t('warnsOrdersHint')} {...form.register('warnsOrders')} />
          <FormError error={formError} />
          <SaveRow pending={isPending} saved={isSaved ? t('saved') : null} />
        </Form>
      </Card>
      <p className="px-1 text-sm text-muted">
        {t('letters')}{' '}
        <Link href="/settings/letters" className="font-semibold text-accent underline-offset-2 hover:underline">
          {t('letterWords')}
        </Link>
      </p>
      <p className="px-1 text-sm text-muted">
        {t('whatsapp')}{' '}
        <Link href="/settings/messages" className="font-semibold text-accent underline-offset-2 hover:underline">
          {t('words')}
        </Link>
      </p>
    </div>
  )
}
