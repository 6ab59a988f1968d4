import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import type { LinkDetails } from '@/lib/link/views'
import { ItemDetails } from '@/components/ui/item-details'
import { useCountText } from '@/components/ui/use-count-text'

/** What is sold, row by row, and what that makes. */
export function LinkItems({ link: { items, amount, currency } }: { link: Pick<LinkDetails, 'items' | 'amount' | 'currency'> }) {
  const t = useTranslations('links.details')
  const countText = useCountText()
  const head = 'pb-2 text-left font-normal text-muted'
  const number = 'pl-3 text-right whitespace-nowrap tabular-nums'
  return (
    <div className="overflow-x-auto border-t pt-4">
      <table className="w-full text-sm" aria-label={t('items')}>
        <thead>
          <tr>
            <th scope="col" className={head}>{t('itemName')}</th>
            <th scope="col" className={`${head} ${number}`}>{t('quantity')}</th>
            <th scope="col" className={`${head} ${number} max-sm:hidden`}>{t('unitPrice')}</th>
            <th scope="col" className={`${head} ${number}`}>{t('subtotal')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index} className="border-t align-top">
              <td className="min-w-24 py-2.5 wrap-anywhere">
                <bdi>{item.name}</bdi>
                <ItemDetails item={item} />
                <span className="block text-xs text-muted sm:hidden">
                  <Money amount={item.price} currency={currency} className="font-normal" />
                </span>
              </td>
              <td className={`${number} py-2.5`}>{countText(item.quantity)}</td>
              <td className={`${number} py-2.5 max-sm:hidden`}>
                <Money amount={item.price} currency={currency} className="font-normal" />
              </td>
              <td className={`${number} py-2.5`}>
                <Money amount={item.price * item.quantity} currency={currency} className={item.price < 0 ? 'font-normal text-ok' : 'font-normal'} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t">
            <th scope="row" className="pt-3 text-left font-semibold">{t('total')}</th>
            <td />
            <td className="max-sm:hidden" />
            <td className={`${number} pt-3`}>
              <Money amount={amount} currency={currency} className="text-base font-bold" />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
