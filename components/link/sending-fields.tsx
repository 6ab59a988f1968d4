'use client'

import { useId } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field, FieldError } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Input } from '@/components/ui/input'
import { Radio } from '@/components/ui/radio'
import { Switch } from '@/components/ui/switch'
import { smsNumber } from '@/lib/sms/rules'
import { sendingOf, type LinkDraft } from './link-draft'
import { sendingWaysQuery } from './sending-queries'
import { useWallClockText } from './use-wall-clock-text'

/** Brings the link to its customer: by what, and when. A way that cannot be used says why. */
export function SendingFields() {
  const t = useTranslations('sending.form')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const { data: ways } = useQuery(sendingWaysQuery())
  const [isForOneCustomer, customer, sending] = useWatch({ control, name: ['isForOneCustomer', 'customer', 'sending'] })
  const { zone } = useWallClockText()
  const errors = formState.errors.sending
  const email = customer.email.trim()
  const phone = customer.phone.trim()
  const number = smsNumber(phone)
  const { email: isByEmail, sms: isBySms } = sendingOf({ isForOneCustomer, customer, sending })
  const canSms = number !== null && ways?.sms !== 'none'

  return (
    <FieldSet legend={t('title')}>
      <WayField key={email ? 'email' : 'no email'} name="email" label={t('byEmail')} isPossible={email !== ''} error={errors?.email?.message}>
        {email === '' ? t('needsEmail') : `${t('emailTo', { to: email })}${ways && !ways.hasMailServer ? ` ${t('noMailServer')}` : ''}`}
      </WayField>
      <WayField key={canSms ? 'sms' : 'no sms'} name="sms" label={t('bySms')} isPossible={canSms} error={errors?.sms?.message}>
        {phone === '' ? t('needsPhone') : number === null ? t('badPhone') : t('smsTo', { to: number })}
      </WayField>
      {ways && ways.sms !== 'provider' && (
        <p className="-mt-1 ml-13 text-sm text-muted">
          {ways.sms === 'none' ? t('smsNone') : t('smsOutbox')}{' '}
          <Link href="/settings/sms" className="font-semibold text-accent underline-offset-2 hover:underline">
            {t('setUp')}
          </Link>
        </p>
      )}
      {(isByEmail || isBySms) && (
        <FieldSet legend={t('when')} className="mt-3">
          <div className="flex flex-col gap-x-6 sm:flex-row">
            <Radio label={t('now')} value="now" {...register('sending.kind')} />
            <Radio label={t('later')} value="at" {...register('sending.kind')} />
          </div>
          {sending.kind === 'at' && (
            <Field className="mt-2" label={t('at')} hint={t('atHint', { zone })} error={errors?.at?.message}>
              {(field) => <Input {...field} {...register('sending.at')} type="datetime-local" max="2200-12-31T23:59" className="sm:max-w-72" />}
            </Field>
          )}
        </FieldSet>
      )}
    </FieldSet>
  )
}

type WayFieldProps = { name: 'email' | 'sms'; label: string; isPossible: boolean; error: string | undefined; children: string }

/** One that cannot be used shows as off, and comes back as it was once it can. */
function WayField({ name, label, isPossible, error, children }: WayFieldProps) {
  const { register } = useFormContext<LinkDraft>()
  const id = useId()
  const described = error ? { 'aria-invalid': true, 'aria-describedby': id } as const : {}
  return (
    <div>
      {isPossible ? <Switch label={label} hint={children} {...described} {...register(`sending.${name}`)} /> : <Switch label={label} hint={children} disabled checked={false} readOnly />}
      <FieldError id={id} error={error} />
    </div>
  )
}
