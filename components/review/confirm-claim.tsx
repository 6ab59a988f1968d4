'use client'

import { useState } from 'react'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { ReceivedAmount, useReceived } from '@/components/shell/received-amount'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { confirmClaimAction } from '@/lib/claim/actions'
import type { ClaimView } from '@/lib/claim/views'
import { formatAmount } from '@/lib/money/format-money'
import type { OddMoney } from './claim-follow-up'
import { useClaimDecision } from './use-claim-decision'

/** Asks once whether the money was seen, and how much. Money that is not what was asked leads on to its cures. */
export function ConfirmClaim({ claim, onOdd }: { claim: ClaimView; onOdd: (difference: OddMoney) => void }) {
  const t = useTranslations('review.confirm')
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useClaimDecision(confirmClaimAction, 'confirm')
  const received = useReceived(claim)
  const { amount, verdict } = received

  return (
    <AlertDialog
      trigger={<Button size="large" className="w-full"><Check aria-hidden />{t('button')}</Button>}
      open={isAsking}
      onOpenChange={ask}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('yes')}
      cancelLabel={t('no')}
      pending={isPending}
      onConfirm={confirm}
    >
      <ReceivedAmount received={received} currency={claim.currency} />
    </AlertDialog>
  )

  /** What the last one came to must not lie over the answer to this one. */
  function ask(isOpen: boolean) {
    if (isOpen) toast.dismiss()
    setIsAsking(isOpen)
  }

  function confirm() {
    if (verdict.kind === 'impossible' || amount === null) return
    mutate(
      { id: claim.id, version: claim.version, received: formatAmount(amount, claim.currency), currency: claim.currency },
      { onSuccess: () => verdict.kind !== 'exact' && verdict.kind !== 'withoutCode' && onOdd(verdict.kind), onSettled: () => setIsAsking(false) },
    )
  }
}
