'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Pencil, Save, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { useErrorText } from '@/components/ui/error-text'
import type { WholeContent } from '@/lib/link/start/content'
import { deleteTemplateAction, saveTemplateAction, updateTemplateAction } from '@/lib/link/template/actions'
import type { LinkTemplateView } from '@/lib/link/template/views'
import { RenameTemplate } from './rename-template'
import type { Said } from './said-note'
import { templatesQuery } from './template-queries'
import { useDroppedText } from './use-dropped-text'

type TemplateRowProps = { template: LinkTemplateView; onBegin: () => void; contentNow: () => WholeContent; onSaid: (said: Said) => void }

export function TemplateRow({ template, onBegin, contentNow, onSaid }: TemplateRowProps) {
  const t = useTranslations('editing.templates')
  const client = useQueryClient()
  const { describe } = useErrorText()
  const droppedText = useDroppedText()
  const [isRenaming, setIsRenaming] = useState(false)
  const { id, name, content } = template
  const settled = {
    onError: (error: Error) => onSaid({ text: describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }) }),
    onSettled: () => client.invalidateQueries(templatesQuery()),
  }
  const restore = useMutation({ ...settled, mutationFn: () => unwrap(saveTemplateAction({ name, content })) })
  const remove = useMutation({
    ...settled,
    mutationFn: () => unwrap(deleteTemplateAction({ id })),
    onSuccess: () => onSaid({ text: t('deleted', { name }), undo: () => restore.mutate() }),
  })
  const update = useMutation({
    ...settled,
    mutationFn: () => unwrap(updateTemplateAction({ id, content: contentNow() })),
    onSuccess: ({ dropped }) => onSaid({ text: [t('updated', { name }), droppedText('unfinished', dropped)].filter(Boolean).join(' ') }),
  })

  if (isRenaming) return <RenameTemplate template={template} onDone={() => setIsRenaming(false)} />
  const first = content.items?.[0]?.name
  return (
    <li className="flex items-center">
      <button type="button" onClick={onBegin} className="min-h-14 min-w-0 flex-1 rounded-lg px-4 py-2.5 text-left -outline-offset-2 hover:bg-subtle">
        <bdi className="block truncate text-base font-semibold md:text-sm">{name}</bdi>
        {first && <bdi className="block truncate text-sm text-muted md:text-xs">{first}</bdi>}
      </button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" className="mr-1" aria-label={t('menu', { name })} pending={remove.isPending || update.isPending}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => update.mutate()}>
            <Save aria-hidden />
            {t('update')}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setIsRenaming(true)}>
            <Pencil aria-hidden />
            {t('rename')}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem danger onSelect={() => remove.mutate()}>
            <Trash2 aria-hidden />
            {t('delete')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </li>
  )
}
