'use client'

import { useId, useState, type ChangeEvent } from 'react'
import { ImageUp, QrCode } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import { buttonVariants } from '@/components/ui/button-variants'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Fact, Facts } from '@/components/ui/facts'
import { Field, FieldError } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { readQris } from '@/lib/payment/qris'
import { isSameName } from '@/lib/payment/qris-name'
import { qrisProblem } from '@/lib/receiving/schema'
import type { AccountDraft } from './account-draft'
import { readQrPicture, type PictureReading } from './read-qr-picture'

type Trouble = Extract<PictureReading, { ok: false }>['reason']

/** A shop's own code, from a picture or as text; what it says of its owner is shown before it is believed. */
export function QrisField() {
  const t = useTranslations('payments.qris')
  const inputId = useId()
  const { register, setValue, formState } = useFormContext<AccountDraft>()
  // Whose code it is stands above its text, and is asked for first when both are missing, though it is drawn later.
  register('isMine')
  const [state, setState] = useState<'idle' | 'reading' | 'found' | Trouble>('idle')
  const payloadError = formState.errors.details?.payload?.message

  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same picture may be chosen again.
    target.value = ''
    if (!file) return
    setState('reading')
    const reading = await readQrPicture(file)
    // A code that no shop is paid to says so itself, below.
    setState(reading.ok ? (qrisProblem(reading.text) === null ? 'found' : 'idle') : reading.reason)
    setValue('isMine', false)
    setValue('details.payload', reading.ok ? reading.text : '', { shouldValidate: reading.ok, shouldDirty: true })
  }

  return (
    <>
      <div>
        <p id={`${inputId}-label`} className="text-sm font-semibold">
          {t('picture')}
        </p>
        <label htmlFor={inputId} className={cn(buttonVariants({ variant: 'secondary' }), 'mt-1.5 w-full has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent')}>
          <ImageUp aria-hidden />
          <span id={`${inputId}-choose`}>{state === 'found' ? t('other') : t('choose')}</span>
          <input id={inputId} type="file" accept="image/*" className="sr-only" aria-labelledby={`${inputId}-choose ${inputId}-label`} aria-describedby={`${inputId}-hint`} onChange={(event) => void read(event)} />
        </label>
        <p role="status" className={cn('text-sm', state !== 'idle' && 'mt-1.5', state === 'found' ? 'text-ok' : state === 'reading' ? 'text-muted' : 'text-bad')}>
          {state === 'idle' ? null : t(state)}
        </p>
        <p id={`${inputId}-hint`} className="mt-1.5 text-sm text-muted">
          {t('pictureHint')}
        </p>
      </div>
      <CodeOwner />
      <Field label={t('paste')} hint={t('pasteHint')} error={payloadError}>
        {(field) => (
          <Textarea
            {...field}
            {...register('details.payload', { onChange: () => setValue('isMine', false) })}
            dir="ltr"
            rows={2}
            spellCheck={false}
            autoComplete="off"
            className="font-mono text-sm break-all"
          />
        )}
      </Field>
    </>
  )
}

function CodeOwner() {
  const t = useTranslations('payments.qris')
  const { name: shop } = useShop()
  const { control, register, formState } = useFormContext<AccountDraft>()
  const payload = useWatch({ control, name: 'details.payload' })
  const reading = qrisProblem(payload) === null ? readQris(payload) : null
  const errorId = useId()
  if (!reading?.ok) return null
  const { merchantName, city, nmid } = reading.qris
  const error = formState.errors.isMine?.message
  return (
    <section aria-label={t('check')} className="rounded-md border bg-subtle/60 px-4 pt-3 pb-1">
      <p className="mb-2 flex items-center gap-2 text-sm font-semibold">
        <QrCode aria-hidden className="size-4.5 text-muted" />
        {t('check')}
      </p>
      <Facts>
        <Fact label={t('name')}>
          <bdi className="font-semibold">{merchantName}</bdi>
        </Fact>
        <Fact label={t('city')}>{city || '–'}</Fact>
        <Fact label={t('nmid')}>{nmid}</Fact>
      </Facts>
      {!isSameName(merchantName, shop) && <p className="border-t py-3 text-sm text-muted">{t('differs', { code: merchantName, shop })}</p>}
      <div className="border-t">
        <Checkbox label={t('confirm')} aria-invalid={error ? true : undefined} aria-describedby={error ? errorId : undefined} {...register('isMine')} />
        <FieldError id={errorId} error={error} />
      </div>
    </section>
  )
}
