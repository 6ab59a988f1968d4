'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import type { LinkSummary } from '@/lib/link/views'
import { useLinkChange } from './use-link-change'

type DeleteLinkDialogProps = { link: Pick<LinkSummary, 'id' | 'name' | 'heldCount'> | null; onClose: () => void }

/** Says what deleting does before it does it: to the link, to orders that are waiting, to all others. */
export function DeleteLinkDialog({ link, onClose }: DeleteLinkDialogProps) {
  const t = useTranslations('links.delete')
  const { mutate, isPending } = useLinkChange()
  return (
    <AlertDialog
      open={link !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      description={
        link && (
          <>
            {t.rich('text', { name: () => <bdi className="font-semibold wrap-anywhere text-ink">{link.name}</bdi> })}{' '}
            {t('pending', { count: link.heldCount })} {t('orders')}
          </>
        )
      }
      confirmLabel={t('confirm')}
      danger
      pending={isPending}
      onConfirm={() => link && mutate({ id: link.id, change: 'delete' }, { onSettled: onClose })}
    />
  )
}
