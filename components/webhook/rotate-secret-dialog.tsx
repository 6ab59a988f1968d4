'use client'

import { useState } from 'react'
import { RefreshCw } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { FieldSet } from '@/components/ui/field-set'
import { Radio } from '@/components/ui/radio'
import { rotateSecretAction } from '@/lib/webhook/actions'
import type { KEEP_HOURS } from '@/lib/webhook/schema'
import { useWebhookChange } from './use-webhook-change'
import { webhookKeys } from './webhook-keys'

type KeepHours = (typeof KEEP_HOURS)[number]

/** The kind choice first: a receiver that is not told yet goes on working. */
const CHOICES = [
  { hours: 24, name: 'day' },
  { hours: 72, name: 'threeDays' },
  { hours: 0, name: 'none' },
] as const satisfies readonly { hours: KeepHours; name: string }[]

export function RotateSecretDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  const queryClient = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const [keepHours, setKeepHours] = useState<KeepHours>(24)
  const { mutate, isPending } = useWebhookChange(rotateSecretAction, () => {
    void queryClient.resetQueries({ queryKey: webhookKeys.secret(id) })
    toast.success(t('rotate.done'))
    setIsOpen(false)
    onDone()
  })
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary" size="small">
          <RefreshCw aria-hidden />
          {t('secret.rotate')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('rotate.title')}
        description={t('rotate.text')}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" className="max-md:order-last">
                {common('cancel')}
              </Button>
            </DialogClose>
            <Button pending={isPending} onClick={() => mutate({ id, keepHours })}>
              {t('rotate.confirm')}
            </Button>
          </>
        }
      >
        <FieldSet legend={t('rotate.keep')} className="pt-1">
          {CHOICES.map(({ hours, name }) => (
            <Radio
              key={hours}
              name={`keep-${id}`}
              checked={keepHours === hours}
              onChange={() => setKeepHours(hours)}
              label={t(`rotate.${name}`)}
              hint={name === 'none' && t('rotate.noneHint')}
            />
          ))}
        </FieldSet>
      </DialogContent>
    </Dialog>
  )
}
