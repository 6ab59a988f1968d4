'use client'

import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { SaveRow } from '@/components/ui/save-row'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction } from '@/components/ui/use-form-action'
import { saveSmsProviderAction } from '@/lib/sms/actions'
import { SMS_FIELDS } from '@/lib/sms/rules'
import { CONTENT_TYPES, SMS_METHODS, smsProviderSchema, type SmsProviderConfig, type SmsProviderInput } from '@/lib/sms/schema'
import type { SmsProviderView } from '@/lib/sms/views'
import { HeaderRows } from './header-rows'

const NEW: SmsProviderInput = {
  method: 'POST', url: '', contentType: 'json', headers: [{ name: 'Authorization', value: 'Bearer {secret}' }],
  body: '{\n  "to": "{to}",\n  "text": "{text}"\n}', sender: '', secret: '', successStatuses: '',
}

/** Where texts are posted, and how. What may be a secret comes back empty: left so, it stays. */
export function ProviderForm({ provider }: { provider: SmsProviderView | null }) {
  const t = useTranslations('sending.provider')
  const router = useRouter()
  const form = useForm<SmsProviderInput, unknown, SmsProviderConfig>({ resolver: zodResolver(smsProviderSchema), defaultValues: provider ? draftOf(provider) : NEW })
  const { submit, formError, isPending } = useFormAction(form, {
    send: saveSmsProviderAction,
    onSuccess: () => {
      // The form begins anew from what is stored, without its secrets.
      toast.success(t('saved'))
      router.refresh()
    },
  })
  const { register, control, formState: { errors } } = form
  const method = useWatch({ control, name: 'method' })

  return (
    <FormProvider {...form}>
      <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <div className="grid gap-5 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-4">
          <Field label={t('method')} error={errors.method?.message}>
            {(field) => (
              <Select {...field} {...register('method')}>
                {SMS_METHODS.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('url')} hint={t('urlHint')} error={errors.url?.message}>
            {(field) => <Input {...field} {...register('url')} dir="ltr" inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false} placeholder="https://" />}
          </Field>
        </div>
        {method !== 'GET' && (
          <>
            <Field label={t('contentType')} error={errors.contentType?.message}>
              {(field) => (
                <Select {...field} {...register('contentType')} className="sm:max-w-72">
                  {CONTENT_TYPES.map((name) => (
                    <option key={name} value={name}>
                      {t(name)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('body')} hint={t('bodyHint', { fields: SMS_FIELDS.map((field) => `{${field}}`).join(' ') })} error={errors.body?.message}>
              {(field) => <Textarea {...field} {...register('body')} rows={6} dir="ltr" autoCapitalize="none" spellCheck={false} className="font-mono text-sm" />}
            </Field>
          </>
        )}
        <details className="text-sm">
          <summary className="cursor-pointer py-3 font-semibold md:py-2">{t('fieldsTitle')}</summary>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            {SMS_FIELDS.map((field) => (
              <div key={field} className="contents">
                <dt>
                  <code>{`{${field}}`}</code>
                </dt>
                <dd className="text-muted">{t(`fields.${field}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
        <HeaderRows stored={provider?.headers.map(({ name }) => name.toLowerCase()) ?? []} />
        <Field label={t('secret')} aside={t('optional')} hint={provider?.hasSecret ? t('stored') : t('secretHint')} error={errors.secret?.message}>
          {(field) => <Input {...field} {...register('secret')} type="password" dir="ltr" autoComplete="new-password" />}
        </Field>
        <div className="grid gap-5 sm:grid-cols-2 sm:gap-4">
          <Field label={t('sender')} aside={t('optional')} hint={t('senderHint')} error={errors.sender?.message}>
            {(field) => <Input {...field} {...register('sender')} dir="ltr" autoComplete="off" />}
          </Field>
          <Field label={t('statuses')} aside={t('optional')} hint={t('statusesHint')} error={errors.successStatuses?.message}>
            {(field) => <Input {...field} {...register('successStatuses')} dir="ltr" inputMode="numeric" autoComplete="off" />}
          </Field>
        </div>
        <FormError error={formError} />
        <SaveRow pending={isPending} saved={null} />
      </Form>
    </FormProvider>
  )
}

function draftOf({ method, url, contentType, headers, body, sender, successStatuses }: SmsProviderView): SmsProviderInput {
  return { method, url, contentType, headers: headers.map(({ name }) => ({ name, value: '' })), body, sender, secret: '', successStatuses }
}
