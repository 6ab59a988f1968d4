'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { FieldSet } from '@/components/ui/field-set'
import { Label } from '@/components/ui/label'
import { PriceInput } from '@/components/ui/price-input'
import { Radio } from '@/components/ui/radio'
import { noteSecondPaymentAction } from '@/lib/confirmation/actions'
import type { OrderMoney } from '@/lib/confirmation/views'
import { currencySymbol, formatAmount, formatMoney } from '@/lib/money/format-money'
import { parseMoney } from '@/lib/money/parse-money'
import { useMoneyChange } from './use-money-change'

/** The same money came again: it was sent back, or is for another open order of the same customer. */
export function SecondPayment({ id, money }: { id: string; money: OrderMoney }) {
  const t = useTranslations('review.twice')
  const fieldId = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const [moveTo, setMoveTo] = useState<string | null>(null)
  const { mutate, isPending } = useMoneyChange(noteSecondPaymentAction, t('done'))
  const received = parseMoney(typed, money.currency)
  return (
    <AlertDialog
      trigger={<Button variant="secondary" className="mt-2">{t('button')}</Button>}
      open={isAsking}
      onOpenChange={setIsAsking}
      title={t('title')}
      description={t('text')}
      confirmLabel={t('confirm')}
      pending={isPending}
      onConfirm={() => mutate({ id, received: typed, currency: money.currency, moveTo }, { onSuccess: () => setIsAsking(false) })}
    >
      <div className="mt-4 flex flex-col gap-1.5">
        <Label htmlFor={fieldId}>{t('amount')}</Label>
        <PriceInput id={fieldId} currency={money.currency} prefix={currencySymbol(money.currency)} value={typed} onValueChange={setTyped} aria-invalid={(typed !== '' && !received.ok) || undefined} />
      </div>
      <div className="mt-3">
        <FieldSet legend={t('target')}>
          <Radio name={`${fieldId}-to`} checked={moveTo === null} onChange={() => setMoveTo(null)} label={t('returned')} />
          {money.targets.map((target) => (
            <Radio
              key={target.id}
              name={`${fieldId}-to`}
              checked={moveTo === target.id}
              onChange={() => {
                setMoveTo(target.id)
                if (typed === '') setTyped(formatAmount(target.amount, money.currency))
              }}
              label={t('moved')}
              hint={`${target.orderId} · ${formatMoney(target.amount, money.currency)}`}
            />
          ))}
        </FieldSet>
        {money.targets.length === 0 && <p className="text-sm text-muted">{t('noTarget')}</p>}
      </div>
    </AlertDialog>
  )
}
