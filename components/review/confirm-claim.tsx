'use client'

import { useId, useState } from 'react'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { PriceInput } from '@/components/ui/price-input'
import { confirmClaimAction } from '@/lib/claim/actions'
import type { ClaimView } from '@/lib/claim/views'
import { moneyVerdict } from '@/lib/confirmation/rules'
import { currencySymbol, formatAmount, formatMoney } from '@/lib/money/format-money'
import { parseMoney } from '@/lib/money/parse-money'
import type { OddMoney } from './claim-follow-up'
import { useClaimDecision } from './use-claim-decision'

/** Asks once whether the money was seen, and how much. Money that is not what was asked leads on to its cures. */
export function ConfirmClaim({ claim, onOdd }: { claim: ClaimView; onOdd: (difference: OddMoney) => void }) {
  const t = useTranslations('review.confirm')
  const id = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [typed, setTyped] = useState(formatAmount(claim.amount, claim.currency))
  const { mutate, isPending } = useClaimDecision(confirmClaimAction, 'confirm')
  const received = parseMoney(typed, claim.currency)
  const verdict = moneyVerdict({ expected: claim.amount, received: received.ok ? received.amount : 0, status: claim.status, alreadyPaid: 0 })
  const money = (amount: number) => formatMoney(amount, claim.currency)

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
      <div className="mt-4 flex flex-col gap-1.5">
        <Label htmlFor={id}>{t('received')}</Label>
        <PriceInput id={id} currency={claim.currency} prefix={currencySymbol(claim.currency)} value={typed} onValueChange={setTyped} aria-describedby={`${id}-verdict`} aria-invalid={verdict.kind === 'impossible' || undefined} />
        <p id={`${id}-verdict`} role="status" className="text-sm text-muted">{sentence()}</p>
      </div>
    </AlertDialog>
  )

  function sentence(): string {
    switch (verdict.kind) {
      case 'less':
        return t('less', { missing: money(verdict.missing) })
      case 'more':
        return t('more', { excess: money(verdict.excess) })
      case 'late':
        if (verdict.difference === 0) return t('late')
        return t(verdict.difference < 0 ? 'lateLess' : 'lateMore', { difference: money(Math.abs(verdict.difference)) })
      default:
        return t(verdict.kind)
    }
  }

  /** What the last one came to must not lie over the answer to this one. */
  function ask(isOpen: boolean) {
    if (isOpen) toast.dismiss()
    setIsAsking(isOpen)
  }

  function confirm() {
    if (verdict.kind === 'impossible' || !received.ok) return
    mutate(
      { id: claim.id, version: claim.version, received: formatAmount(received.amount, claim.currency), currency: claim.currency },
      { onSuccess: () => verdict.kind !== 'exact' && onOdd(verdict.kind), onSettled: () => setIsAsking(false) },
    )
  }
}
