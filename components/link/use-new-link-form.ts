'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { useErrorText } from '@/components/ui/error-text'
import { createLinkAction } from '@/lib/link/actions'
import type { LinkContent } from '@/lib/link/start/content'
import type { AppError } from '@/lib/platform/result'
import { loadChecks, resolveDraft } from './draft-resolver'
import { draftStorage } from './draft-storage'
import { emptyDraft, inputOf, needsReview, withContent, type LinkDraft, type SuggestedIds } from './link-draft'
import { linkKeys } from './link-keys'
import { typedOver } from './typed-over'

/** Fields that the form shows, so that an error for anything else is said above the button. */
export const SHOWN = /^(orderId|slug|usageLimit|title|description|startsAt|items|items\.\d+\.(name|price|quantity)|expiry\.(at|amount|unit|kind)|customer\.(firstName|lastName|email|phone|notes)|paymentMethods|accountsOff|openAmount\.(minimum|maximum|preset)|questions|currency|sending\.(email|sms|at)|internalNotes\.\d+\.(key|value))$/

/** A field, or the first of several choices under one question. */
export const FIRST_WRONG = '[aria-invalid="true"], fieldset:has(> [role="alert"]) input'

/** The create form: its draft, which survives a reload, its check and its sending. */
export function useNewLinkForm({ ids, draftOf, content }: { ids: SuggestedIds; draftOf: string; /** What it opens with. */ content: LinkContent }) {
  const router = useRouter()
  const client = useQueryClient()
  const { describe, textOf } = useErrorText()
  const storage = useMemo(() => draftStorage(draftOf), [draftOf])
  const [initial] = useState(() => withContent(emptyDraft(ids), content))
  const form = useForm<LinkDraft>({ defaultValues: initial, resolver: resolveDraft, shouldFocusError: false })
  const [isSent, setIsSent] = useState(false)
  /** What is looked over before it is made; null: nothing is. */
  const [reviewed, setReviewed] = useState<LinkDraft | null>(null)
  const element = useRef<HTMLFormElement>(null)
  const { submitCount } = form.formState
  // Every load of the page suggests new IDs: others come from a draft.
  const isRestored = useWatch({ control: form.control, name: 'submissionId' }) !== ids.submissionId

  useEffect(() => {
    // Back in the browser to a form that has been sent: it needs new IDs, or it would answer with its old link.
    if (storage.wasSent(ids.submissionId)) router.refresh()
    const untouched = JSON.stringify(initial)
    let leave = (): void => {}
    let isLeft = false
    const keep = (draft: LinkDraft | null) => {
      if (isLeft) return
      // Somebody may be faster than the draft: what was typed meanwhile stays, in the draft.
      if (draft) form.reset(typedOver(draft, form.getValues(), initial))
      const write = (values: LinkDraft) => (JSON.stringify(values) === untouched ? storage.clear() : storage.write(values))
      leave = form.subscribe({ formState: { values: true }, callback: ({ values }) => write(values) })
    }
    // Without what reads a draft, this one is left alone: the next load may have it.
    storage.read().then(keep, () => {})
    return () => {
      isLeft = true
      leave()
    }
  }, [form, ids, initial, router, storage])

  useEffect(() => {
    const begin = new AbortController()
    element.current?.addEventListener('focusin', () => void loadChecks(), { once: true, signal: begin.signal })
    return () => begin.abort()
  }, [])

  // After each try: errors are on the screen now, those inside "More options" too.
  useEffect(() => {
    if (submitCount > 0) element.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus()
  }, [submitCount])

  const submit = form.handleSubmit(async (draft) => (needsReview(draft) ? setReviewed(draft) : await create(draft)))

  async function create(draft: LinkDraft) {
    const result = await createLinkAction(inputOf(draft)).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
    if (!result.ok) {
      setReviewed(null)
      showError(result.error)
      return
    }
    setIsSent(true)
    storage.markSent(draft.submissionId)
    void client.invalidateQueries({ queryKey: linkKeys.all })
    // Replaced, so that "back" leads to the list and not to a form that is done.
    router.replace(`/links/${result.value.id}?created=1`)
  }

  function showError(error: AppError) {
    // Somebody was faster: what was known about free IDs is old.
    void client.invalidateQueries({ queryKey: linkKeys.everyFreeId })
    const fields = error.kind === 'invalid' ? Object.entries(error.fields) : []
    const shown = fields.filter(([path]) => SHOWN.test(path))
    for (const [path, message] of shown) form.setError(path as FieldPath<LinkDraft>, { message })
    const other = fields.find(([path]) => !SHOWN.test(path))
    if (shown.length === 0) form.setError('root', { message: other ? textOf(other[1]) : describe(error) })
  }

  const startOver = () => {
    storage.clear()
    form.reset(initial)
    form.setFocus('items.0.name')
  }

  const review = { draft: reviewed, confirm: form.handleSubmit(create), close: () => setReviewed(null) }
  return { form, element, submit, review, isRestored, startOver, isPending: form.formState.isSubmitting || isSent }
}
