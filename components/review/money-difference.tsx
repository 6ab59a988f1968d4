'use client'

import { useId } from 'react'
import { CircleAlert, MessageCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { CopyButton } from '@/components/ui/copy-button'
import { cureDifferenceAction } from '@/lib/confirmation/actions'
import type { OrderMoney } from '@/lib/confirmation/views'
import { whatsappNumber } from '@/lib/link/whatsapp-number'
import { formatMoney } from '@/lib/money/format-money'
import { useMoneyChange } from './use-money-change'

type Props = { id: string; money: OrderMoney; odd: NonNullable<OrderMoney['odd']> }

/** Less or more came in than was asked: each way on is one tap. */
export function MoneyDifference({ id, money, odd }: Props) {
  const t = useTranslations('review')
  const titleId = useId()
  const { name: shop, appUrl } = useShop()
  const by = formatMoney(odd.by, money.currency)
  const { mutate, isPending } = useMoneyChange(cureDifferenceAction, odd.kind === 'more' ? t('odd.refunded', { amount: by }) : t('odd.accepted'))
  const number = money.customerPhone && whatsappNumber(money.customerPhone)
  const url = money.remainderSlug && `${appUrl}/p/${money.remainderSlug}`
  const text = url && t('odd.remainderText', { name: money.customerName || t('friend'), amount: by, order: money.orderId, shop, url })
  return (
    <section aria-labelledby={titleId} className="my-3 rounded-md bg-warn-soft p-3.5">
      <h2 id={titleId} className="flex gap-2 font-semibold text-warn">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t(`odd.${odd.kind}.title`, { by })}
      </h2>
      <p className="mt-1 text-base wrap-anywhere md:text-sm">{url ? <>{t('odd.remainderReady')}: <span className="block font-semibold">{url}</span></> : t(`odd.${odd.kind}.text`)}</p>
      <div className="mt-3 flex flex-wrap gap-2 max-md:*:flex-1">
        {odd.kind === 'less' && !url && <Button pending={isPending} onClick={() => mutate({ id, cure: 'remainder' })}>{t('odd.remainder')}</Button>}
        {text && (
          <a href={whatsappUrl({ text, number: number || null })} target="_blank" rel="noopener noreferrer" className={buttonVariants()}>
            <MessageCircle aria-hidden />
            {t('odd.send')}
          </a>
        )}
        {url && <CopyButton text={url} variant="secondary" name={t('odd.copy')} />}
        {odd.kind === 'more' && <Button pending={isPending} onClick={() => mutate({ id, cure: 'refund' })}>{t('odd.refund')}</Button>}
        <Button variant="secondary" pending={isPending} onClick={() => mutate({ id, cure: 'accept' })}>{t('odd.accept')}</Button>
      </div>
    </section>
  )
}
