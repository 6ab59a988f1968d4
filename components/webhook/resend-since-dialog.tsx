'use client'

import { useId } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { useClock } from '@/components/ui/clock'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { resendSinceAction } from '@/lib/webhook/actions'
import { resendSinceSchema } from '@/lib/webhook/schema'
import { wallClock } from './wall-clock'
import { webhookKeys } from './webhook-keys'

const DAY_MS = 24 * 60 * 60_000

type ResendSinceDialogProps = { endpointId: string; open: boolean; onClose: () => void }

export function ResendSinceDialog({ endpointId, open, onClose }: ResendSinceDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {open && <ResendSince endpointId={endpointId} onClose={onClose} />}
    </Dialog>
  )
}

function ResendSince({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const t = useTranslations('webhooks.resendSince')
  const common = useTranslations('common')
  const { timeZone } = useShop()
  const now = useClock()
  const queryClient = useQueryClient()
  const formId = useId()
  const form = useForm({
    resolver: zodResolver(resendSinceSchema),
    defaultValues: { endpointId, since: wallClock(new Date(now - DAY_MS), timeZone), onlyFailed: true },
  })
  const { submit, formError, isPending } = useFormAction(form, {
    send: resendSinceAction,
    onSuccess: ({ count }) => {
      void queryClient.invalidateQueries({ queryKey: webhookKeys.all })
      toast.success(t('done', { count }))
      onClose()
    },
  })
  return (
    <DialogContent
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="secondary" className="max-md:order-last">
              {common('cancel')}
            </Button>
          </DialogClose>
          <Button type="submit" form={formId} pending={isPending}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
        <Field label={t('since')} hint={t('sinceHint', { zone: timeZone.replaceAll('_', ' ') })} error={form.formState.errors.since?.message}>
          {(field) => <Input {...field} {...form.register('since')} type="datetime-local" className="sm:max-w-72" />}
        </Field>
        <Checkbox label={t('onlyFailed')} hint={t('onlyFailedHint')} {...form.register('onlyFailed')} />
        <FormError error={formError} />
      </Form>
    </DialogContent>
  )
}
