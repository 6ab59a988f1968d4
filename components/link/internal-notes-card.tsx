'use client'

import { useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FormProvider, useForm } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { FormError } from '@/components/ui/form-error'
import { useFormAction } from '@/components/ui/use-form-action'
import { saveLinkNotesAction } from '@/lib/link-message/actions'
import { notesSchema } from '@/lib/link-message/schema'
import type { LinkDetails } from '@/lib/link/views'
import { InternalNotesFields } from './internal-notes-fields'
import { linkKeys } from './link-keys'

type NotedLink = Pick<LinkDetails, 'id' | 'internalNotes'>

/** The shop's own notes on a link, to read and to change. */
export function InternalNotesCard({ link }: { link: NotedLink }) {
  const t = useTranslations('sending.notes')
  const [isEditing, setIsEditing] = useState(false)
  return (
    <Card className="mt-4">
      {isEditing ? (
        <NotesForm link={link} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <div className="flex items-center justify-between gap-3">
            <CardTitle>{t('title')}</CardTitle>
            <Button variant="secondary" size="small" onClick={() => setIsEditing(true)}>
              <Pencil aria-hidden />
              {t('edit')}
            </Button>
          </div>
          {link.internalNotes.length === 0 ? (
            <p className="mt-2 text-sm text-muted">
              {t('none')} {t('hint')}
            </p>
          ) : (
            <Facts className="mt-3 -mb-3">
              {link.internalNotes.map(({ key, value }) => (
                <Fact key={key} label={<bdi className="wrap-anywhere">{key}</bdi>}>
                  <bdi>{value}</bdi>
                </Fact>
              ))}
            </Facts>
          )}
        </>
      )}
    </Card>
  )
}

const formSchema = z.strictObject({ internalNotes: notesSchema })

/** The action names its list `notes`; its errors are shown beside the fields of the form. */
const ofForm = (fields: Record<string, string>) => Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace(/^notes/, 'internalNotes'), key]))

function NotesForm({ link, onDone }: { link: NotedLink; onDone: () => void }) {
  const t = useTranslations('sending.notes')
  const common = useTranslations('common')
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(formSchema), defaultValues: { internalNotes: link.internalNotes } })
  const { submit, formError, isPending } = useFormAction(form, {
    send: async ({ internalNotes }) => {
      const result = await saveLinkNotesAction({ linkId: link.id, notes: internalNotes })
      return result.ok || result.error.kind !== 'invalid' ? result : { ok: false, error: { kind: 'invalid', fields: ofForm(result.error.fields) } }
    },
    onSuccess: () => {
      toast.success(t('saved'))
      onDone()
      void client.invalidateQueries({ queryKey: linkKeys.report(link.id) })
    },
  })
  return (
    <FormProvider {...form}>
      <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <InternalNotesFields />
        <FormError error={formError} />
        <div className="flex gap-2">
          <Button type="submit" pending={isPending}>
            {t('save')}
          </Button>
          <Button variant="secondary" onClick={onDone}>
            {common('cancel')}
          </Button>
        </div>
      </Form>
    </FormProvider>
  )
}
