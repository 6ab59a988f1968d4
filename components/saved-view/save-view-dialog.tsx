'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
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
import { saveViewAction } from '@/lib/saved-view/actions'
import { viewNameSchema } from '@/lib/saved-view/schema'
import type { ListName } from '@/lib/saved-view/view-query'
import { viewKey } from './view-queries'

type SaveViewDialogProps = { list: ListName; query: string; onClose: () => void }

export function SaveViewDialog({ onClose, ...view }: SaveViewDialogProps) {
  const t = useTranslations('views')
  return (
    <Dialog open onOpenChange={(wish) => !wish && onClose()}>
      <DialogContent title={t('saveTitle')} description={t('saveText')}>
        <NameForm {...view} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}

function NameForm({ list, query, onClose }: SaveViewDialogProps) {
  const t = useTranslations('views')
  const common = useTranslations('common')
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(viewNameSchema), defaultValues: { name: '' } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: ({ name }) => saveViewAction({ list, name, query }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: viewKey(list) })
      toast.success(t('saved'))
      onClose()
    },
  })
  return (
    <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 pt-1">
      <FormError error={formError} />
      <Field label={t('name')} error={form.formState.errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} placeholder={t('namePlaceholder')} maxLength={60} autoComplete="off" />}
      </Field>
      <Button type="submit" pending={isPending} className="md:self-end">
        {common('save')}
      </Button>
    </Form>
  )
}
