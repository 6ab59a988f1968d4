'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { renameTemplateAction } from '@/lib/link/template/actions'
import { templateName } from '@/lib/link/template/schema'
import { templatesQuery } from './template-queries'

const nameSchema = z.strictObject({ name: templateName })

/** A row of the list while its name is typed. */
export function RenameTemplate({ template: { id, name }, onDone }: { template: { id: string; name: string }; onDone: () => void }) {
  const t = useTranslations('editing.templates')
  const common = useTranslations('common')
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(nameSchema), defaultValues: { name } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: (values) => renameTemplateAction({ id, ...values }),
    onSuccess: () => {
      void client.invalidateQueries(templatesQuery())
      onDone()
    },
  })
  return (
    <li className="p-4">
      <Form
        onSubmit={(event) => {
          event.stopPropagation()
          void submit(event)
        }}
        className="flex flex-col gap-3"
      >
        <Field label={t('newName')} error={form.formState.errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} autoFocus autoComplete="off" />}
        </Field>
        <FormError error={formError} />
        <div className="flex gap-2">
          <Button type="submit" size="small" pending={isPending}>
            {common('save')}
          </Button>
          <Button variant="ghost" size="small" onClick={onDone}>
            {common('cancel')}
          </Button>
        </div>
      </Form>
    </li>
  )
}
