'use client'

import { useId } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { useClock } from '@/components/ui/clock'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useFormAction } from '@/components/ui/use-form-action'
import { rescheduleLinkMessageAction, sendLinkAction } from '@/lib/link-message/actions'
import type { Channel } from '@/lib/link-message/schema'
import type { LinkMessageView } from '@/lib/link-message/views'
import { linkKeys } from './link-keys'
import { localTime, suggestedTimes } from './suggested-times'
import { useWallClockText } from './use-wall-clock-text'

type MessageTimeDialogProps = {
  linkId: string
  /** The one whose time is changed; null for a new one. */
  message: LinkMessageView | null
  /** What a new one can go by, and to whom. */
  ways: readonly { channel: Channel; to: string }[]
  onClose: () => void
}

/** When a message goes out, by the shop's clock. */
export function MessageTimeDialog({ linkId, message, ways, onClose }: MessageTimeDialogProps) {
  const t = useTranslations('sending.card')
  const fields = useTranslations('sending.form')
  const formId = useId()
  const client = useQueryClient()
  const { timeZone } = useShop()
  const { zone, textOf } = useWallClockText()
  const now = useClock()
  const form = useForm({ defaultValues: { at: message ? localTime(message.scheduledAt, timeZone) : '', channel: message?.channel ?? ways[0]?.channel ?? 'email' } })
  const [at, channel] = useWatch({ control: form.control, name: ['at', 'channel'] })
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
  const to = message?.to ?? ways.find((way) => way.channel === channel)?.to ?? ''
  const hasChoice = !message && ways.length > 1
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={message ? t('changeTimeTitle') : t('scheduleTitle')}
        description={hasChoice ? undefined : t.rich('byWay', { way: t(`channels.${channel}`), to: () => <bdi className="wrap-anywhere">{to}</bdi> })}
        footer={
          <Button type="submit" form={formId} pending={isPending}>
            {message ? t('saveTime') : t('schedule')}
          </Button>
        }
      >
        <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
          {hasChoice && (
            <Field label={t('channel')} hint={fields('emailTo', { to })}>
              {(field) => (
                <Select {...field} {...form.register('channel')}>
                  {ways.map(({ channel: name }) => (
                    <option key={name} value={name}>
                      {t(`channels.${name}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <FilterChips label={t('suggested')}>
            {suggestedTimes(now, timeZone).map(({ name, at: wish }) => (
              <FilterChip key={name} pressed={at === wish} onPress={() => form.setValue('at', wish, { shouldDirty: true })}>
                {t(`times.${name}`)}
              </FilterChip>
            ))}
          </FilterChips>
          <Field label={fields('at')} hint={at === '' ? fields('atHint', { zone }) : textOf(at)} error={form.formState.errors.at?.message}>
            {(field) => <Input {...field} {...form.register('at')} type="datetime-local" max="2200-12-31T23:59" />}
          </Field>
          <FormError error={formError} />
        </Form>
      </DialogContent>
    </Dialog>
  )
}
