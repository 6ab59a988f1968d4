'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import type { WholeContent } from '@/lib/link/start/content'
import { saveTemplateAction, saveTemplateOfLinkAction } from '@/lib/link/template/actions'
import { templateName } from '@/lib/link/template/schema'
import { templatesQuery } from './template-queries'
import { useDroppedText } from './use-dropped-text'

const nameSchema = z.strictObject({ name: templateName })

type KeepTemplateFormProps = {
  /** The form that is kept, when it is; otherwise the link's own values. */
  contentNow?: () => WholeContent
  linkId?: string
  name?: string
  className?: string
  /** @param text that it was kept, and without what */
  onKept: (text: string) => void
}

/** A name, and what is on the screen is kept under it. */
export function KeepTemplateForm({ contentNow, linkId = '', name = '', className, onKept }: KeepTemplateFormProps) {
  const t = useTranslations('editing.templates')
  const client = useQueryClient()
  const droppedText = useDroppedText()
  const form = useForm({ resolver: zodResolver(nameSchema), defaultValues: { name } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: (values) => (contentNow ? saveTemplateAction({ ...values, content: contentNow() }) : saveTemplateOfLinkAction({ ...values, linkId })),
    onSuccess: ({ dropped }) => {
      const text = [t('kept', { name: form.getValues('name').trim() }), droppedText(contentNow ? 'unfinished' : 'dropped', dropped)].filter(Boolean).join(' ')
      form.reset({ name: '' })
      void client.invalidateQueries(templatesQuery())
      onKept(text)
    },
  })
  return (
    <Form
      onSubmit={(event) => {
        // This form stands within another one's portal: React would tell that one too.
        event.stopPropagation()
        void submit(event)
      }}
      className={cn('flex flex-col gap-3', className)}
    >
      <Field label={t('name')} hint={contentNow ? t('nameHint') : t('linkHint')} error={form.formState.errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" placeholder={t('namePlaceholder')} />}
      </Field>
      <FormError error={formError} />
      <Button type="submit" variant={contentNow ? 'secondary' : 'primary'} pending={isPending}>
        {t('keep')}
      </Button>
    </Form>
  )
}
