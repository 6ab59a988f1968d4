'use client'

import { useEffect, useState, type ReactElement } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { toast } from '@/components/ui/toast'
import { Dialog, DialogTrigger, SheetContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { LinkTemplateView } from '@/lib/link/template/views'
import { contentOf, emptyDraft, withContent, type LinkDraft } from '../link-draft'
import { KeepTemplateForm } from './keep-template-form'
import { SaidNote, type Said } from './said-note'
import { templatesQuery } from './template-queries'
import type { TemplatesProps } from './start-note'
import { TemplateRow } from './template-row'

/** The note that a template was begun from. */
const STARTED = 'template-started'

/** The window of templates, open at first. */
export function OpenedTemplates({ defaults, onStart, children }: TemplatesProps & { children: ReactElement }) {
  const t = useTranslations('editing.templates')
  const form = useFormContext<LinkDraft>()
  const [isOpen, setIsOpen] = useState(true)
  const [said, setSaid] = useState<Said | null>(null)
  const { data, isError, isFetching, refetch } = useQuery({ ...templatesQuery(), enabled: isOpen })

  // Once the form is left there is nothing to take back, least of all the link that was made of it.
  useEffect(() => () => toast.dismiss(STARTED), [])

  const begin = ({ name, content, dropped }: LinkTemplateView) => {
    const before = structuredClone(form.getValues())
    const { submissionId, orderId, slug } = before
    form.reset(withContent(withContent(emptyDraft({ submissionId, orderId, slug }), defaults), content), { keepDefaultValues: true })
    onStart({ kind: 'template', name, dropped })
    setIsOpen(false)
    toast.success(t('started', { name }), {
      id: STARTED,
      action: {
        label: t('undo'),
        onClick: () => {
          form.reset(before, { keepDefaultValues: true })
          onStart(null)
        },
      },
    })
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(opens) => {
        setIsOpen(opens)
        setSaid(null)
      }}
    >
      <DialogTrigger asChild>{children}</DialogTrigger>
      <SheetContent title={t('title')} description={t('text')}>
        <div role="status">{said && <SaidNote said={said} onDone={() => setSaid(null)} />}</div>
        {isError && <ErrorState title={t('failed')} pending={isFetching} onRetry={() => void refetch()} />}
        {!data && !isError && <Skeleton className="h-24" />}
        {data?.length === 0 && <p className="rounded-md bg-subtle px-4 py-3 text-base text-muted md:text-sm">{t('empty')}</p>}
        {data && data.length > 0 && (
          <ul className="divide-y rounded-lg border">
            {data.map((template) => (
              <TemplateRow key={template.id} template={template} onBegin={() => begin(template)} contentNow={() => contentOf(form.getValues())} onSaid={setSaid} />
            ))}
          </ul>
        )}
        {data && <KeepTemplateForm className="mt-6 border-t pt-5" contentNow={() => contentOf(form.getValues())} onKept={(text) => setSaid({ text })} />}
      </SheetContent>
    </Dialog>
  )
}
