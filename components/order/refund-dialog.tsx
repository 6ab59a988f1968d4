'use client'

import { useId, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FieldSet } from '@/components/ui/field-set'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PriceInput } from '@/components/ui/price-input'
import { Radio } from '@/components/ui/radio'
import { useFormAction } from '@/components/ui/use-form-action'
import { currencySymbol, formatAmount, formatMoney } from '@/lib/money/format-money'
import { parseMoney } from '@/lib/money/parse-money'
import type { OrderDetails } from '@/lib/order/views'
import { refundOrderAction } from '@/lib/refund/actions'
import { refundOrderSchema, type RefundOrderInput, type RefundOrder as RefundOrderValues } from '@/lib/refund/schema'
import { orderDetailsQuery, orderKeys } from './order-queries'
import { refundKeyOf } from './refund-key'
import { useCustomerName } from '@/components/shell/use-customer-name'

type RefundDialogProps = { order: OrderDetails; onDone: () => void }

/** How much, why, and which way. What the rail cannot do is not offered, and said. */
export function RefundDialog({ order, onDone }: RefundDialogProps) {
  const t = useTranslations('orders.refund')
  const method = useTranslations('methods')(order.paymentMethod)
  const nameOf = useCustomerName()
  const formId = useId()
  const queryClient = useQueryClient()
  const { id, currency } = order
  // As it was when the form opened: a refund that arrives meanwhile must not change what was typed.
  const [{ amount: rest, byRail }] = useState(order.refundable)
  const canUseRail = byRail === 'partial' || (byRail === 'full' && rest === order.amount)
  const whole = formatAmount(rest, currency)

  const [refundKey] = useState(() => refundKeyOf(id, order.refunds))

  const form = useForm<RefundOrderInput, unknown, RefundOrderValues>({
    resolver: zodResolver(refundOrderSchema),
    defaultValues: { orderId: id, refundKey, amount: whole, currency, reason: '', channel: canUseRail ? 'rail' : 'manual' },
  })
  const [channel, typed] = useWatch({ control: form.control, name: ['channel', 'amount'] })
  const isWholeOnly = channel === 'rail' && byRail === 'full'
  const { errors } = form.formState
  const { submit, formError, isPending } = useFormAction(form, {
    send: async (values) => {
      const sent = await refundOrderAction({ ...values, amount: formatAmount(values.amount, currency) })
      // Also after a refusal: more may have gone back than what is on the screen.
      await queryClient.invalidateQueries({ queryKey: orderKeys.all })
      return sent
    },
    onSuccess: ({ refundId }) => {
      const now = queryClient.getQueryData(orderDetailsQuery(id).queryKey)
      tell(now?.refunds.find((refund) => refund.id === refundId))
      onDone()
    },
  })
  const parsed = parseMoney(typed, currency)
  const money = formatMoney(parsed.ok ? parsed.amount : rest, currency)

  return (
    <DialogContent
      title={t('title', { name: nameOf(order.customerName) })}
      description={t('text', { rest: formatMoney(rest, currency), amount: formatMoney(order.amount, currency) })}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {t(channel === 'rail' ? 'confirmRail' : 'confirmManual', { amount: money })}
        </Button>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {canUseRail ? (
          <FieldSet legend={t('channel')}>
            <Radio {...form.register('channel', { onChange: keepWhole })} value="rail" label={t('rail', { method })} hint={t('railHint')} />
            <Radio {...form.register('channel')} value="manual" label={t('manual')} hint={t('manualHint')} />
          </FieldSet>
        ) : (
          <p className="rounded-md bg-warn-soft px-3.5 py-3 text-sm text-warn">{t(byRail === 'full' ? 'manualRest' : 'manualOnly', { method })}</p>
        )}
        <Field
          label={t('amount')}
          hint={isWholeOnly ? t('amountWhole') : t('amountHint', { rest: formatMoney(rest, currency) })}
          error={errors.amount?.message}
        >
          {(control) => (
            <Controller
              control={form.control}
              name="amount"
              render={({ field: { value, onChange, onBlur } }) => (
                <PriceInput {...control} currency={currency} prefix={currencySymbol(currency)} value={value} onValueChange={onChange} onBlur={onBlur} readOnly={isWholeOnly} />
              )}
            />
          )}
        </Field>
        <Field label={t('reason')} hint={t('reasonHint')} error={errors.reason?.message}>
          {(control) => <Input {...control} {...form.register('reason')} maxLength={255} autoComplete="off" placeholder={t('reasonPlaceholder')} />}
        </Field>
        <p className="text-sm text-muted">{t('customerSees')}</p>
        <FormError error={formError} />
      </Form>
    </DialogContent>
  )

  /** The amount goes back to everything when only everything can go this way. */
  function keepWhole() {
    if (byRail === 'full') form.setValue('amount', whole, { shouldValidate: true })
  }

  function tell(refund: OrderDetails['refunds'][number] | undefined) {
    if (refund?.state === 'failed') toast.error(t('failed'))
    else if (refund?.channel === 'manual') toast.success(t('doneManual'))
    else toast.success(t(refund?.state === 'succeeded' ? 'doneSent' : 'doneRail'))
  }
}
