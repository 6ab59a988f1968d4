'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { useErrorText } from '@/components/ui/error-text'
import { FieldSet } from '@/components/ui/field-set'
import { Radio } from '@/components/ui/radio'
import { changeLinksAction, measureTargetAction, undoBulkDeleteAction } from '@/lib/bulk-change/actions'
import { closes } from '@/lib/bulk-change/rules'
import type { ChangeName } from '@/lib/bulk-change/rules'
import type { LinkTarget } from '@/lib/bulk-change/schema'
import type { BulkChangeView } from '@/lib/bulk-change/views'
import { linkKeys } from '../link-keys'
import { useChangeText } from '@/components/shell/use-change-text'

type BulkQuestionProps = { change: ChangeName; target: LinkTarget; onClose: () => void; onDone: () => void }

const CHOICES = ['keep', 'cancel'] as const

/** Asks once: how many links it is about, and what becomes of customers who are in the middle of paying. */
export function BulkQuestion({ change, target, onClose, onDone }: BulkQuestionProps) {
  const t = useTranslations('bulk')
  const links = useTranslations('links.openOrders')
  const router = useRouter()
  const client = useQueryClient()
  const textOf = useChangeText()
  const { describe } = useErrorText()
  const [submissionId] = useState(() => crypto.randomUUID())
  const [openOrders, setOpenOrders] = useState<(typeof CHOICES)[number]>('keep')
  const { data: size } = useQuery({ queryKey: ['links-measured', target], queryFn: () => unwrap(measureTargetAction({ target })), gcTime: 0, staleTime: Infinity })

  const told = (view: BulkChangeView) => {
    void client.invalidateQueries({ queryKey: linkKeys.all })
    if (view.state === 'waiting' || view.state === 'running') router.push(`/links/bulk/${view.id}`)
    else {
      toast.success(textOf(view), {
        duration: 10_000,
        ...(view.change === 'delete' && view.changedCount > 0 && { action: { label: t('change.undo'), onClick: () => undo.mutate(view.id) } }),
      })
    }
  }
  const failed = (error: unknown) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }))
  const undo = useMutation({ mutationFn: (id: string) => unwrap(undoBulkDeleteAction({ id, submissionId: crypto.randomUUID() })), onSuccess: told, onError: failed })
  const answer = useMutation({
    mutationFn: () => unwrap(changeLinksAction({ submissionId, change, target, cancelsOrders: openOrders === 'cancel' })),
    onSuccess: (view) => {
      told(view)
      onDone()
    },
    onError: failed,
    onSettled: onClose,
  })

  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={size ? t(`ask.${change}`, { count: size.links }) : t('ask.counting')}
      description={<>{t(`ask.${change}Text`)} {size && closes(change) && t('ask.openOrders', { count: size.openOrders })}</>}
      confirmLabel={t(`ask.confirm.${change}`)}
      danger={change === 'delete' || openOrders === 'cancel'}
      pending={answer.isPending || !size}
      onConfirm={() => answer.mutate()}
    >
      {size && size.openOrders > 0 && closes(change) && (
        <FieldSet legend={links('question', { count: size.openOrders })} className="mt-4">
          {CHOICES.map((choice) => (
            <Radio key={choice} name="openOrders" value={choice} checked={openOrders === choice} onChange={() => setOpenOrders(choice)} label={links(choice)} hint={links(`${choice}Hint`)} />
          ))}
        </FieldSet>
      )}
    </AlertDialog>
  )
}
