'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import type { Opened } from '@/lib/link/renew/rules'
import type { LinkSummary } from '@/lib/link/views'
import { changeRenewalAction, renewLinkAction, takeRenewalBackAction } from '@/lib/share/actions'
import { linkKeys } from '../link-keys'
import { useLengthText } from './use-length-text'

export type RenewedLink = Pick<LinkSummary, 'id' | 'name'>

/** A link that is open again, and what was done for that. */
export type Renewed = { link: RenewedLink; opened: Opened }

const SHOWN_MS = 12_000

/**
 * Opens closed links again with one tap. What was done is said in words, with the two ways on: taking it back,
 * and other values in a window (`changing`, for {@link RenewDialog}).
 */
export function useRenewal() {
  const t = useTranslations('share.renew')
  const client = useQueryClient()
  const { describe } = useErrorText()
  const lengthOf = useLengthText()
  const [changing, setChanging] = useState<Renewed | null>(null)
  const router = useRouter()
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => void (isShown.current = false)
  }, [])
  const onError = (error: unknown) => void toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }))
  const onSettled = () => client.invalidateQueries({ queryKey: linkKeys.all })

  const opening = useMutation({
    mutationFn: (link: RenewedLink) => unwrap(renewLinkAction({ id: link.id })),
    // A second tap found it open: the first one has said what there is to say.
    onSuccess: (opened, link) => opened && tell({ link, opened }),
    onError, onSettled,
  })
  const renewing = opening.isPending ? opening.variables.id : null
  const { mutate: open } = opening
  // The same function from one drawing to the next: each row of the list has it.
  const renew = useCallback((link: RenewedLink) => void (link.id !== renewing && open(link)), [renewing, open])
  const change = useMutation({
    mutationFn: ({ link: { id }, opened: { version }, ...wish }: Renewed & Pick<Opened, 'places' | 'minutes'>) => unwrap(changeRenewalAction({ id, version, ...wish })),
    onSuccess: (opened, { link }) => tell({ link, opened }),
    onError,
    onSettled: async () => {
      setChanging(null)
      await onSettled()
    },
  })
  const undo = useMutation({
    mutationFn: ({ link: { id }, opened: { version } }: Renewed) => unwrap(takeRenewalBackAction({ id, version })),
    onSuccess: () => toast.success(t('undone')),
    onError, onSettled,
  })

  return {
    renew,
    renewing,
    changing, setChanging,
    change: change.mutate,
    isChanging: change.isPending,
  }

  /** What was said stays on the screen when the seller goes on to another page: there, the whole form opens. */
  function changeOf(renewed: Renewed) {
    if (isShown.current) setChanging(renewed)
    else router.push(`/links/${renewed.link.id}/edit`)
  }

  function tell(renewed: Renewed) {
    const { places, minutes, waiting, isPayable } = renewed.opened
    const length = minutes === null ? '' : lengthOf(minutes)
    const said = places === null ? (minutes === null ? t('done') : t('opened.period', { length })) : minutes === null ? t('opened.places', { count: places }) : t('opened.both', { count: places, length })
    const more = [!isPayable && t('unpayable'), waiting > 0 && t('waiting', { count: waiting })].filter((sentence) => sentence !== false)
    toast.success(said, {
      // Not that of the toast whose button was tapped, which is on its way out.
      id: `renewal ${renewed.link.id} ${renewed.opened.version}`,
      duration: SHOWN_MS,
      ...(more.length > 0 && { description: more.join(' ') }),
      ...((places !== null || minutes !== null) && { cancel: { label: t('change'), onClick: () => changeOf(renewed) } }),
      action: { label: t('undo'), onClick: () => undo.mutate(renewed) },
    })
  }
}

export type Renewal = ReturnType<typeof useRenewal>
