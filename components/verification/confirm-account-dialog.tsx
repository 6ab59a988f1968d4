'use client'

import { useId } from 'react'
import { useRouter } from 'next/navigation'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { confirmAccountAction } from '@/lib/verification/actions'
import { confirmAccountSchema } from '@/lib/verification/schema'
import type { AccountStanding } from '@/lib/verification/views'

type ConfirmAccountProps = { account: AccountStanding; onConfirm: () => void; onClose: () => void }

/** The seller looked at what customers pay to, and says with the password that it is theirs; and why, where another name stands on it. */
export function ConfirmAccountDialog({ account: { id, label, name, number, agrees, explanation }, onConfirm, onClose }: ConfirmAccountProps) {
  const t = useTranslations('verification.account')
  const formId = useId()
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(confirmAccountSchema), defaultValues: { id, explanation: explanation ?? '', password: '' } })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: confirmAccountAction,
    onSuccess: () => {
      toast.success(t('confirmed'))
      onConfirm()
      onClose()
      router.refresh()
    },
  })
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={t('dialog.title')} description={t('dialog.text')} footer={<Button type="submit" form={formId} pending={isPending}>{t('dialog.submit')}</Button>}>
        <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
          <p className="rounded-md bg-subtle px-3.5 py-3 text-base wrap-anywhere">
            <bdi className="font-semibold">{label}</bdi> {number && <span className="tabular-nums">{number}</span>}
            {name && <span className="block"><bdi>{name}</bdi></span>}
          </p>
          {!agrees && (
            <Field label={t('dialog.why')} hint={t('dialog.whyHint')} error={errors.explanation?.message}>
              {(control) => <Input {...control} {...form.register('explanation')} />}
            </Field>
          )}
          <Field label={t('dialog.password')} error={errors.password?.message}>
            {(control) => <Input {...control} {...form.register('password')} type="password" dir="ltr" autoComplete="current-password" />}
          </Field>
          <FormError error={formError} />
        </Form>
      </DialogContent>
    </Dialog>
  )
}
