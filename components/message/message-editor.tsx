'use client'

import { useRef, useState, useTransition } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { CircleAlert } from 'lucide-react'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { registerText } from '@/components/ui/register-text'
import { SaveRow } from '@/components/ui/save-row'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction } from '@/components/ui/use-form-action'
import { resetMessageAction, saveMessageAction } from '@/lib/message/actions'
import { FIELDS_OF, nearestField, unknownFields, type MessageField } from '@/lib/message/fields'
import { fillMessage } from '@/lib/message/fill'
import { templateSchema } from '@/lib/message/schema'
import type { TemplateView } from '@/lib/message/views'
import type { AppError } from '@/lib/platform/result'
import { FieldChips } from './field-chips'
import { useExample } from './use-example'
import { WhatsappBubble } from './whatsapp-bubble'

/** One message in one language, with what its reader will see beside it. */
export function MessageEditor({ message: { kind, locale, body: saved, original } }: { message: TemplateView }) {
  const t = useTranslations('messages')
  const { name: shop } = useShop()
  const [note, setNote] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement | null>(null)
  const form = useForm({ resolver: zodResolver(templateSchema), defaultValues: { kind, locale, body: saved } })
  const body = useWatch({ control: form.control, name: 'body' })
  const example = useExample()
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      setNote(null)
      return await saveMessageAction(values)
    },
    onSuccess: () => setNote(t('saved')),
  })
  const [isRestoring, startRestoring] = useTransition()
  const [restoreError, setRestoreError] = useState<AppError | null>(null)
  const { ref, ...field } = registerText(form, 'body')
  const [unknown] = unknownFields(kind, body)
  const error = form.formState.errors.body?.message

  const insert = (name: MessageField) => {
    const { selectionStart: from = body.length, selectionEnd: to = body.length } = area.current ?? {}
    const text = `{${name}}`
    form.setValue('body', body.slice(0, from) + text + body.slice(to), { shouldDirty: true })
    setNote(null)
    area.current?.focus()
    area.current?.setSelectionRange(from + text.length, from + text.length)
  }

  const restore = () =>
    startRestoring(async () => {
      const result = await resetMessageAction({ kind, locale }).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
      setRestoreError(result.ok ? null : result.error)
      if (!result.ok) return
      form.reset({ kind, locale, body: original })
      setNote(t('resetDone'))
    })

  return (
    <Form onSubmit={(event) => void submit(event)} className="grid items-start gap-5 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <FieldChips fields={FIELDS_OF[kind]} onInsert={insert} />
        <Field label={t('body')} hint={t('bodyHint')} error={error} errorText={error === 'messageField' && unknown !== undefined ? sentenceOn(unknown) : undefined}>
          {(control) => (
            <Textarea
              {...control}
              {...field}
              ref={(element) => {
                ref(element)
                area.current = element
              }}
              onChange={(event) => {
                setNote(null)
                void field.onChange(event)
              }}
              lang={locale}
              rows={9}
              spellCheck={false}
            />
          )}
        </Field>
        <div aria-live="polite">
          {unknown !== undefined && !error && (
            <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3.5 py-3 text-sm text-warn">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {sentenceOn(unknown)}
            </p>
          )}
        </div>
        <FormError error={formError ?? restoreError} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <SaveRow pending={isPending} saved={note} />
          {body !== original && (
            <Button variant="ghost" pending={isRestoring} onClick={restore}>
              {t('reset')}
            </Button>
          )}
        </div>
      </div>
      <div className="min-w-0">
        <p className="mb-1.5 text-base font-semibold md:text-sm">{t('preview')}</p>
        <WhatsappBubble label={t('previewOf')} text={fillMessage(body, { ...example, shop })} />
        <p className="mt-2 text-sm text-muted">{t('previewHint')}</p>
      </div>
    </Form>
  )

  function sentenceOn(word: string): string {
    const field = nearestField(kind, word)
    return field ? t('unknownFieldNear', { word, field }) : t('unknownField', { word })
  }
}
