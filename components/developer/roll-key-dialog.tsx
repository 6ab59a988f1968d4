'use client'

import { useId, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { FieldSet } from '@/components/ui/field-set'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Radio } from '@/components/ui/radio'
import { useFormAction } from '@/components/ui/use-form-action'
import { rollServerKeyAction } from '@/lib/server-key/actions'
import { OVERLAP_HOURS, rollKeySchema, type RollKeyInput } from '@/lib/server-key/schema'
import { developerKeys } from './developer-queries'
import { LastDayField } from './last-day-field'
import { ShownKey } from './shown-key'

type RollKeyDialogProps = { id: string; name: string; signs: boolean; onClose: () => void }

/** A new key in the place of this one, without anything standing still meanwhile. */
export function RollKeyDialog({ id, name, signs, onClose }: RollKeyDialogProps) {
  const t = useTranslations('developers.keys')
  const [made, setMade] = useState<string | null>(null)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      {made === null ? <RollForm id={id} name={name} signs={signs} onMade={setMade} /> : <ShownKey title={t('made.title')} text={t('made.rolledText')} value={made} />}
    </Dialog>
  )
}

function RollForm({ id, name, signs, onMade }: Omit<RollKeyDialogProps, 'onClose'> & { onMade: (key: string) => void }) {
  const t = useTranslations('developers.keys.roll')
  const formId = useId()
  const queryClient = useQueryClient()
  const wish: RollKeyInput = { id, overlapHours: OVERLAP_HOURS[0], lastDay: '' }
  const form = useForm({ resolver: zodResolver(rollKeySchema), defaultValues: wish })
  const overlapHours = useWatch({ control: form.control, name: 'overlapHours' })
  const { submit, formError, isPending } = useFormAction(form, {
    send: rollServerKeyAction,
    onSuccess: ({ key }) => {
      void queryClient.invalidateQueries({ queryKey: developerKeys.keys })
      onMade(key)
    },
  })
  return (
    <DialogContent
      title={t('title', { name })}
      description={t('text')}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {t('submit')}
        </Button>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 pt-1">
        <FieldSet legend={t('overlap')}>
          {OVERLAP_HOURS.map((hours) => (
            <Radio
              key={hours}
              name={`${formId}-overlap`}
              checked={overlapHours === hours}
              onChange={() => form.setValue('overlapHours', hours)}
              label={t(`hours.${hours}`)}
              hint={hours === 0 && t('nowHint')}
            />
          ))}
        </FieldSet>
        {signs && <p className="rounded-md bg-accent-soft px-3.5 py-3 text-sm text-on-accent-soft">{t('signing')}</p>}
        <LastDayField field={form.register('lastDay')} error={form.formState.errors.lastDay?.message} />
        <FormError error={formError} />
      </Form>
    </DialogContent>
  )
}
