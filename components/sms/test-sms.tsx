'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { testSmsAction } from '@/lib/sms/actions'
import { testSmsSchema } from '@/lib/sms/schema'
import type { SmsTestResult } from '@/lib/sms/views'

/** One real text to the seller's own phone, and what the provider said to it. */
export function TestSms() {
  const t = useTranslations('sending.provider.test')
  const [result, setResult] = useState<SmsTestResult | null>(null)
  const form = useForm({ resolver: zodResolver(testSmsSchema), defaultValues: { to: '' } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setResult(null)
      return await testSmsAction(values)
    },
    onSuccess: setResult,
  })
  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t('to')} error={form.formState.errors.to?.message}>
        {(field) => <Input {...field} {...form.register('to')} type="tel" dir="ltr" autoComplete="tel" className="sm:max-w-72" />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" variant="secondary" pending={isPending} className="self-start">
        {t('send')}
      </Button>
      <div role="status">{result && <Answer result={result} />}</div>
    </Form>
  )
}

function Answer({ result: { kind, reason, answer } }: { result: SmsTestResult }) {
  const t = useTranslations('sending.provider.test')
  const card = useTranslations('sending.card')
  const isTaken = kind === 'accepted'
  const Icon = isTaken ? CircleCheck : CircleAlert
  return (
    <div className={`flex items-start gap-2.5 rounded-md px-3.5 py-3 text-sm ${isTaken ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad'}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{t(isTaken ? 'accepted' : kind === 'uncertain' ? 'uncertain' : 'missed')}</p>
        {reason && <p className="mt-0.5">{reasonText(reason)}</p>}
        {answer && (
          <p className="mt-1 wrap-anywhere">
            {t('answer')}: <code dir="auto">{answer}</code>
          </p>
        )}
      </div>
    </div>
  )

  function reasonText(code: string): string {
    const status = /^status:(\d{3})$/.exec(code)?.[1]
    if (status) return card('reasons.status', { status })
    const known = `reasons.${code}` as 'reasons.timeout'
    return card.has(known) ? card(known) : code
  }
}
