'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import { cancelLinkMessageAction, sendLinkAction, sendLinkMessageNowAction } from '@/lib/link-message/actions'
import type { Channel } from '@/lib/link-message/schema'
import { linkKeys } from './link-keys'

type Change = { kind: 'send'; linkId: string; channel: Channel } | { kind: 'now' | 'cancel'; id: string }

/** What takes one tap: sending, sending what waits, and not sending it. */
export function useMessageChange() {
  const t = useTranslations('sending.card.done')
  const client = useQueryClient()
  const { describe } = useErrorText()
  return useMutation({
    mutationFn: (change: Change) => {
      if (change.kind === 'send') return unwrap(sendLinkAction({ linkId: change.linkId, channel: change.channel, at: '' }))
      return unwrap(change.kind === 'now' ? sendLinkMessageNowAction({ id: change.id }) : cancelLinkMessageAction({ id: change.id }))
    },
    onSuccess: (_, { kind }) => toast.success(t(kind === 'cancel' ? 'cancelled' : 'sent')),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => client.invalidateQueries({ queryKey: linkKeys.all }),
  })
}
