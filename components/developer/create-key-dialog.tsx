'use client'

import { useId, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { Plus } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { createServerKeyAction } from '@/lib/server-key/actions'
import { createKeySchema, KEY_SCOPES, type CreateKeyInput } from '@/lib/server-key/schema'
import { developerKeys } from './developer-queries'
import { LastDayField } from './last-day-field'
import { ShownKey } from './shown-key'

export function CreateKeyDialog() {
  const t = useTranslations('developers.keys')
  const [isOpen, setIsOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const change = (next: boolean) => {
    setIsOpen(next)
    setMade(null)
  }
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t('create')}
        </Button>
      </DialogTrigger>
      {isOpen && (made === null ? <KeyForm onMade={setMade} /> : <ShownKey title={t('made.title')} text={t('made.text')} value={made} />)}
    </Dialog>
  )
}

/** Sending money back is chosen by hand: most servers never need it. */
const NEW: CreateKeyInput = { name: '', scopes: ['read', 'write'], lastDay: '' }

function KeyForm({ onMade }: { onMade: (key: string) => void }) {
  const t = useTranslations('developers.keys')
  const formId = useId()
  const queryClient = useQueryClient()
  const form = useForm({ resolver: zodResolver(createKeySchema), defaultValues: NEW })
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: createServerKeyAction,
    onSuccess: ({ key }) => {
      void queryClient.invalidateQueries({ queryKey: developerKeys.keys })
      onMade(key)
    },
  })
  return (
    <DialogContent
      title={t('form.title')}
      description={t('form.text')}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {t('form.submit')}
        </Button>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 pt-1">
        <Field label={t('form.name')} hint={t('form.nameHint')} error={errors.name?.message}>
          {(field) => <Input {...field} {...form.register('name')} autoComplete="off" />}
        </Field>
        <FieldSet legend={t('form.scopes')} error={errors.scopes?.message}>
          {KEY_SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scopeNames.${scope}`)} hint={t(`scopeHints.${scope}`)} {...form.register('scopes')} />
          ))}
        </FieldSet>
        <LastDayField field={form.register('lastDay')} error={errors.lastDay?.message} />
        <FormError error={formError} />
      </Form>
    </DialogContent>
  )
}
