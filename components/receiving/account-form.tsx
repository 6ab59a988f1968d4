'use client'

import { useId, useMemo } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Controller, FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { Dialog, SheetContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PriceInput } from '@/components/ui/price-input'
import { useFormAction } from '@/components/ui/use-form-action'
import { createReceivingAccountAction, updateReceivingAccountAction } from '@/lib/receiving/actions'
import type { AccountWithHistory, ReceivingKind } from '@/lib/receiving/views'
import type { Result } from '@/lib/platform/result'
import { changesTarget, draftOf, inputOf, resolverFor, type AccountDraft } from './account-draft'
import { KindFields } from './kind-fields'

type AccountDialogProps = {
  kind: ReceivingKind
  /** The one to change; null for a new one. */
  account: AccountWithHistory | null
  /** The shop has none yet, and works with real money. */
  isFirst: boolean
  onClose: () => void
}

export function AccountDialog({ kind, account, isFirst, onClose }: AccountDialogProps) {
  const t = useTranslations('payments')
  const formId = useId()
  const router = useRouter()
  const before = useMemo(() => (account ? draftOf(kind, account) : null), [kind, account])
  const form = useForm<AccountDraft>({ defaultValues: before ?? draftOf(kind, null), resolver: resolverFor(before) })
  const { submit, formError, isPending } = useFormAction<AccountDraft, AccountDraft, unknown>(form, {
    send: (draft): Promise<Result<unknown>> => (account ? updateReceivingAccountAction({ id: account.id, ...inputOf(draft) }) : createReceivingAccountAction(inputOf(draft))),
    onSuccess: () => {
      router.refresh()
      // The first way to be paid is the last thing before a real link: it is one tap away.
      toast.success(t('saved'), isFirst ? { duration: 10_000, action: { label: t('makeLink'), onClick: () => router.push('/links/new') } } : {})
      onClose()
    },
  })
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        title={t(`form.${account ? 'editTitles' : 'addTitles'}.${kind}`)}
        footer={
          <Button type="submit" form={formId} pending={isPending}>
            {account ? t('form.save') : t('form.add')}
          </Button>
        }
      >
        <FormProvider {...form}>
          <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 pt-1">
            <KindFields kind={kind} />
            <LimitFields />
            <PasswordField before={before} />
            <FormError error={formError} />
          </Form>
        </FormProvider>
      </SheetContent>
    </Dialog>
  )
}

function LimitFields() {
  const t = useTranslations('payments.form')
  const { control, formState } = useFormContext<AccountDraft>()
  return (
    <div>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['minimum', 'maximum'] as const).map((name) => (
          <Field key={name} label={t(name)} error={formState.errors[`${name}Amount`]?.message}>
            {(field) => (
              <Controller
                control={control}
                name={`${name}Amount`}
                render={({ field: { value, onChange, onBlur } }) => <PriceInput {...field} prefix={t('currency')} value={value} onValueChange={onChange} onBlur={onBlur} />}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-muted">{t('limitsHint')}</p>
    </div>
  )
}

function PasswordField({ before }: { before: AccountDraft | null }) {
  const t = useTranslations('payments.form')
  const { control, register, formState } = useFormContext<AccountDraft>()
  const draft = useWatch({ control }) as AccountDraft
  if (!changesTarget(draft, before)) return null
  return (
    <Field label={t('password')} hint={t('passwordHint')} error={formState.errors.password?.message}>
      {(field) => <Input {...field} {...register('password')} type="password" dir="ltr" autoComplete="current-password" />}
    </Field>
  )
}
