'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { useErrorText } from '@/components/ui/error-text'
import { revokeServerKeyAction } from '@/lib/server-key/actions'
import { developerKeys } from './developer-queries'

type RevokeKeyDialogProps = { id: string; name: string; signs: boolean; isLast: boolean; open: boolean; onClose: () => void }

/** Says what ends with a key before it does. */
export function RevokeKeyDialog({ id, name, signs, isLast, open, onClose }: RevokeKeyDialogProps) {
  const t = useTranslations('developers.keys.revoke')
  const queryClient = useQueryClient()
  const { describe } = useErrorText()
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrap(revokeServerKeyAction({ id })),
    onSuccess: () => toast.success(t('done')),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: developerKeys.keys })
      onClose()
    },
  })
  return (
    <AlertDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      description={
        <>
          {t.rich('text', { name: () => <bdi className="font-semibold wrap-anywhere text-ink">{name}</bdi> })}
          {isLast ? ` ${t('last')}` : signs && ` ${t('signing')}`}
        </>
      }
      confirmLabel={t('confirm')}
      danger
      pending={isPending}
      onConfirm={() => mutate()}
    />
  )
}
