'use client'

import { useRouter } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { deleteEndpointAction } from '@/lib/webhook/actions'
import type { EndpointView } from '@/lib/webhook/views'
import { useWebhookChange } from './use-webhook-change'
import { webhookKeys } from './webhook-keys'

type DeleteEndpointDialogProps = { endpoint: EndpointView; open: boolean; onClose: () => void }

/** Says what deleting does before it does it, to notifications that are on their way too. */
export function DeleteEndpointDialog({ endpoint: { id, url, pendingCount }, open, onClose }: DeleteEndpointDialogProps) {
  const t = useTranslations('webhooks.delete')
  const router = useRouter()
  const queryClient = useQueryClient()
  const { mutate, isPending, isSuccess } = useWebhookChange(deleteEndpointAction, () => {
    toast.success(t('done'))
    queryClient.removeQueries({ queryKey: webhookKeys.secret(id) })
    router.replace('/settings/webhooks')
  })
  return (
    <AlertDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      description={
        <>
          {t.rich('text', { url: () => <bdi className="font-semibold wrap-anywhere text-ink">{url}</bdi> })} {pendingCount > 0 && t('pending', { count: pendingCount })}
        </>
      }
      confirmLabel={t('confirm')}
      danger
      pending={isPending || isSuccess}
      onConfirm={() => mutate({ id }, { onError: onClose })}
    />
  )
}
