'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { FieldSet } from '@/components/ui/field-set'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Radio } from '@/components/ui/radio'
import { rejectClaimAction } from '@/lib/claim/actions'
import { REJECT_REASONS, type RejectReason } from '@/lib/claim/schema'
import type { ClaimView } from '@/lib/claim/views'
import { useClaimDecision } from './use-claim-decision'

/** The money is not there: why, as the customer will read it. */
export function RejectClaim({ claim, onRejected }: { claim: ClaimView; onRejected: (reason: string) => void }) {
  const t = useTranslations('review.reject')
  const id = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [chosen, setChosen] = useState<RejectReason | 'own'>('notArrived')
  const [own, setOwn] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const { mutate, isPending } = useClaimDecision(rejectClaimAction, 'reject')
  return (
    <AlertDialog
      trigger={<Button variant="secondary">{t('button')}</Button>}
      open={isAsking}
      onOpenChange={ask}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('confirm')}
      danger
      pending={isPending}
      onConfirm={reject}
    >
      <div className="mt-4">
        <FieldSet legend={t('why')}>
          {[...REJECT_REASONS, 'own' as const].map((reason) => (
            <Radio key={reason} name={`${id}-reason`} checked={chosen === reason} onChange={() => setChosen(reason)} label={t(`reasons.${reason}`)} />
          ))}
        </FieldSet>
        {chosen === 'own' && (
          <div className="mt-2 flex flex-col gap-1.5">
            <Label htmlFor={id}>{t('own')}</Label>
            <Input id={id} value={own} maxLength={255} onChange={({ target }) => setOwn(target.value)} aria-invalid={isMissing || undefined} aria-describedby={isMissing ? `${id}-error` : undefined} />
            {isMissing && <p id={`${id}-error`} role="alert" className="text-sm text-bad">{t('ownMissing')}</p>}
          </div>
        )}
      </div>
    </AlertDialog>
  )

  /** What the last one came to must not lie over the answer to this one. */
  function ask(isOpen: boolean) {
    if (isOpen) toast.dismiss()
    setIsAsking(isOpen)
  }

  function reject() {
    const reason = chosen === 'own' ? own.trim() : chosen
    setIsMissing(reason === '')
    if (reason === '') return
    mutate({ id: claim.id, version: claim.version, reason }, { onSuccess: () => onRejected(reason), onSettled: () => setIsAsking(false) })
  }
}
