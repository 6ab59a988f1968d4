'use client'

import { useId } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFormAction } from '@/components/ui/use-form-action'
import { rescheduleLinkMessageAction, sendLinkAction } from '@/lib/link-message/actions'
import type { Channel } from '@/lib/link-message/schema'
import type { LinkMessageView } from '@/lib/link-message/views'
import { linkKeys } from './link-keys'
import { useWallClockText } from './use-wall-clock-text'

type MessageTimeDialogProps = {
  linkId: string
  /** The one whose time is changed; null for a new one. */
  message: LinkMessageView | null
  /** What a new one can go by. */
  channels: readonly Channel[]
  onClose: () => void
}

/** When a message goes out, by the shop's clock. */
export function MessageTimeDialog({ linkId, message, channels, onClose }: MessageTimeDialogProps) {
  const t = useTranslations('sending.card')
  const fields = useTranslations('sending.form')
  const formId = useId()
  const client = useQueryClient()
  const { timeZone } = useShop()
  const { zone } = useWallClockText()
  const form = useForm({ defaultValues: { at: message ? localTime(message.scheduledAt, timeZone) : '', channel: channels[0] ?? 'email' } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: ({ at, channel }) => {
      if (at === '') return Promise.resolve({ ok: false, error: { kind: 'invalid', fields: { at: 'required' } } } as const)
      return message ? rescheduleLinkMessageAction({ id: message.id, at }) : sendLinkAction({ linkId, channel, at })
    },
    onSuccess: () => {
      toast.success(t(message ? 'done.moved' : 'done.scheduled'))
      onClose()
      void client.invalidateQueries({ queryKey: linkKeys.all })
    },
  })
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={message ? t('changeTimeTitle') : t('scheduleTitle')}
        footer={
          <Button type="submit" form={formId} pending={isPending}>
            {message ? t('saveTime') : t('schedule')}
          </Button>
        }
      >
        <form id={formId} noValidate method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
          {!message && channels.length > 1 && (
            <Field label={t('channel')}>
              {(field) => (
                <Select {...field} {...form.register('channel')}>
                  {channels.map((channel) => (
                    <option key={channel} value={channel}>
                      {t(`channels.${channel}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Field label={fields('at')} hint={fields('atHint', { zone })} error={form.formState.errors.at?.message}>
            {(field) => <Input {...field} {...form.register('at')} type="datetime-local" max="2200-12-31T23:59" />}
          </Field>
          <FormError error={formError} />
        </form>
      </DialogContent>
    </Dialog>
  )
}

/** As a `datetime-local` field wants it. Swedish dates are ISO dates. */
const localTime = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
