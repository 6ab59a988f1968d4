'use client'

import { useEffect, useRef } from 'react'
import { unstable_isUnrecognizedActionError as isFromOtherBuild } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'

/**
 * A page that stayed open while the server was updated asks for what is no longer there: its lists stand still, and look as if
 * nothing happened. It says so, and leaves it to the seller when to load anew: something may be half typed.
 */
export function NewVersionNote() {
  const t = useTranslations('common')
  const client = useQueryClient()
  const isTold = useRef(false)
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (isTold.current || event.type !== 'updated' || (event.action.type !== 'failed' && event.action.type !== 'error') || !isFromOtherBuild(event.action.error)) return
        // Once: the lists ask every few seconds, and whoever waved it away has read it.
        isTold.current = true
        toast(t('newVersion'), { duration: Infinity, action: { label: t('reload'), onClick: () => window.location.reload() } })
      }),
    [client, t],
  )
  return null
}
