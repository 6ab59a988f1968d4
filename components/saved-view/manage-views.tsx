'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { useErrorText } from '@/components/ui/error-text'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useFormAction } from '@/components/ui/use-form-action'
import { deleteViewAction, renameViewAction, saveViewAction } from '@/lib/saved-view/actions'
import { viewNameSchema } from '@/lib/saved-view/schema'
import type { ListName } from '@/lib/saved-view/view-query'
import type { SavedView } from '@/lib/saved-view/views'
import { viewKey } from './view-queries'

type ManageViewsProps = { list: ListName; views: readonly SavedView[]; onClose: () => void }

/** Every view of a list with its name to change and a way to delete it, which can be undone. */
export function ManageViews({ list, views, onClose }: ManageViewsProps) {
  const t = useTranslations('views')
  return (
    <Dialog open onOpenChange={(wish) => !wish && onClose()}>
      <DialogContent title={t('manageTitle')} description={t('manageText')}>
        {views.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ul className="flex flex-col gap-4 pt-1">
          {views.map((view) => (
            <ViewRow key={view.id} list={list} view={view} onDeleted={onClose} />
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}

function ViewRow({ list, view: { id, name, query }, onDeleted }: { list: ListName; view: SavedView; onDeleted: () => void }) {
  const t = useTranslations('views')
  const { describe } = useErrorText()
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(viewNameSchema), values: { name } })
  const changed = () => void client.invalidateQueries({ queryKey: viewKey(list) })
  const { submit, formError, isPending } = useFormAction(form, { send: ({ name: wish }) => renameViewAction({ id, name: wish }), onSuccess: changed })

  const remove = async () => {
    const result = await deleteViewAction({ id }).catch(() => null)
    changed()
    if (!result?.ok) return void toast.error(describe(result?.error ?? { kind: 'unexpected' }))
    // Behind an open dialog nobody could reach "undo".
    onDeleted()
    toast.success(t('deleted'), { action: { label: t('undo'), onClick: () => void saveViewAction({ list, name, query }).finally(changed) } })
  }

  return (
    <li>
      <Form onSubmit={(event) => void submit(event)}>
        <FormError error={formError} />
        <Field label={t('name')} error={form.formState.errors.name?.message}>
          {(control) => (
            <div className="flex gap-2">
              <Input {...control} {...form.register('name')} maxLength={60} autoComplete="off" className="min-w-0 flex-1" />
              <Button type="submit" variant="secondary" className="md:h-11" pending={isPending} disabled={!form.formState.isDirty} aria-label={t('renameNamed', { name })}>
                {t('rename')}
              </Button>
              <Button variant="ghost" size="icon" className="md:size-11" aria-label={t('deleteNamed', { name })} onClick={() => void remove()}>
                <Trash2 aria-hidden />
              </Button>
            </div>
          )}
        </Field>
      </Form>
    </li>
  )
}
