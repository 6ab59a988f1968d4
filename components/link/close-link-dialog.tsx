'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { FieldSet } from '@/components/ui/field-set'
import { Radio } from '@/components/ui/radio'
import type { LinkSummary } from '@/lib/link/views'
import { useLinkChange } from './use-link-change'

export type ClosingLink = { link: Pick<LinkSummary, 'id' | 'name' | 'heldCount'>; change: 'pause' | 'delete' }

/** Says what closing a link does before it does it, and lets the seller choose for customers who are in the middle of paying. */
export function CloseLinkDialog({ closing, onClose }: { closing: ClosingLink | null; onClose: () => void }) {
  return closing && <Question key={`${closing.link.id} ${closing.change}`} {...closing} onClose={onClose} />
}

const CHOICES = ['keep', 'cancel'] as const

function Question({ link, change, onClose }: ClosingLink & { onClose: () => void }) {
  const t = useTranslations('links')
  const { mutate, isPending } = useLinkChange()
  const [openOrders, setOpenOrders] = useState<(typeof CHOICES)[number]>('keep')
  // As it was when the question came up: customers come and go, the question stays.
  const [count] = useState(link.heldCount)
  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`${change}.title`)}
      description={
        <>
          {t.rich(`${change}.text`, { name: () => <bdi className="font-semibold wrap-anywhere text-ink">{link.name}</bdi> })}{' '}
          {t('delete.pending', { count })} {change === 'delete' && t('delete.orders')}
        </>
      }
      confirmLabel={t(`${change}.confirm`)}
      danger={change === 'delete' || openOrders === 'cancel'}
      pending={isPending}
      onConfirm={() => mutate({ id: link.id, change, openOrders }, { onSettled: onClose })}
    >
      {count > 0 && (
        <FieldSet legend={t('openOrders.question', { count })} className="mt-4">
          {CHOICES.map((choice) => (
            <Radio
              key={choice}
              name="openOrders"
              value={choice}
              checked={openOrders === choice}
              onChange={() => setOpenOrders(choice)}
              label={t(`openOrders.${choice}`)}
              hint={t(`openOrders.${choice}Hint`)}
            />
          ))}
        </FieldSet>
      )}
    </AlertDialog>
  )
}
