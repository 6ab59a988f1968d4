'use client'

import { useEffect, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm, type FieldPath } from 'react-hook-form'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/ui/error-text'
import { editLinkAction } from '@/lib/link/edit/actions'
import type { EditableLink } from '@/lib/link/edit/queries'
import type { WholeContent } from '@/lib/link/start/content'
import type { AppError } from '@/lib/platform/result'
import { resolveEdit } from '../draft-resolver'
import { contentOf, emptyDraft, withContent, type LinkDraft } from '../link-draft'
import { linkKeys } from '../link-keys'
import { FIRST_WRONG, SHOWN } from '../use-new-link-form'

const pricesOf = ({ items, isOpenAmount, openAmount }: LinkDraft) => ({ items, isOpenAmount, openAmount })

/**
 * The edit form. It stands on the version that it was filled from: when another one was saved meanwhile it is not sent
 * over it, and what was typed stays until the seller says what becomes of it.
 */
export function useEditLinkForm(link: EditableLink) {
  const t = useTranslations('editing')
  const router = useRouter()
  const client = useQueryClient()
  const { describe, textOf } = useErrorText()
  const draftOf = (content: WholeContent) => withContent(emptyDraft({ submissionId: '', orderId: link.orderId, slug: link.slug }), content)
  const [base, setBase] = useState({ version: link.version, content: link.content })
  const [isConflict, setIsConflict] = useState(false)
  const [isSent, setIsSent] = useState(false)
  const form = useForm<LinkDraft>({ defaultValues: draftOf(link.content), resolver: resolveEdit, shouldFocusError: false })
  const element = useRef<HTMLFormElement>(null)
  const { submitCount } = form.formState
  const isPriceLocked = link.usedCount + link.heldCount > 0

  useEffect(() => {
    if (submitCount > 0) element.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus()
  }, [submitCount])

  const submit = form.handleSubmit(async (draft) => {
    const { items, openAmount } = base.content
    const content = { ...contentOf(draft), ...(isPriceLocked && { items, openAmount }) }
    const result = await editLinkAction({ ...content, id: link.id, version: base.version }).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
    if (!result.ok) {
      showError(result.error)
      return
    }
    setIsSent(true)
    void client.invalidateQueries({ queryKey: linkKeys.all })
    toast.success(t('edit.saved'))
    router.replace(`/links/${link.id}`)
  })

  function showError(error: AppError) {
    // What stands against it is read again: another version, or an order that came meanwhile.
    router.refresh()
    if (error.kind === 'conflict') {
      setIsConflict(true)
      return
    }
    const fields = error.kind === 'invalid' ? Object.entries(error.fields) : []
    // From now on the price is shown as it stays.
    if (error.kind === 'invalid' && error.fields['items'] === 'amountInUse') form.reset({ ...form.getValues(), ...pricesOf(draftOf(base.content)) }, { keepDefaultValues: true, keepSubmitCount: true })
    const shown = fields.filter(([path]) => SHOWN.test(path) && path !== 'items')
    for (const [path, message] of shown) form.setError(path as FieldPath<LinkDraft>, { message })
    const other = fields.find(([path]) => !SHOWN.test(path) || path === 'items')
    if (shown.length === 0) form.setError('root', { message: other ? textOf(other[1]) : describe(error) })
  }

  /** On the new version from now on: with what was typed where it was touched, or without. */
  const settle = (keeps: 'mine' | 'theirs') => {
    const [typed, untouched] = [contentOf(form.getValues()), contentOf(draftOf(base.content))]
    const touched = Object.fromEntries(
      Object.entries(typed).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(untouched[field as keyof WholeContent])),
    )
    form.reset(draftOf({ ...link.content, ...(keeps === 'mine' && touched) }))
    setBase({ version: link.version, content: link.content })
    setIsConflict(false)
    if (keeps === 'mine') toast.info(t('conflict.merged'))
  }

  // Until the new version is here there is nothing to settle on.
  return { form, element, submit, settle, conflict: isConflict ? { isReady: link.version !== base.version } : null, isPriceLocked, isPending: form.formState.isSubmitting || isSent }
}
