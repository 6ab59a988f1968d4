'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { useErrorText } from '@/components/ui/error-text'
import { Money } from '@/components/ui/money'
import { formatMoney } from '@/lib/money/format-money'
import type { ImportPreview } from '@/lib/link-import/views'
import type { ImportWish } from './send-import'

type ImportPreviewCardProps = { preview: ImportPreview; name: string; isPending: boolean; onMake: (wish: ImportWish) => void }

/** What would be made of a file, and what is wrong with which of its cells. */
export function ImportPreviewCard({ preview, name, isPending, onMake }: ImportPreviewCardProps) {
  const t = useTranslations('bulk.import')
  const [again, setAgain] = useState(false)
  const [emails, setEmails] = useState(false)
  const { rowCount, goodCount, totals, emailCount, ignored, refused, sample, earlier } = preview
  const wrong = rowCount - goodCount
  return (
    <Card>
      <CardTitle>{t('preview')}</CardTitle>
      <p className="mt-1 text-sm text-muted"><bdi className="wrap-anywhere">{name}</bdi></p>
      <p aria-live="polite" className="mt-2">
        {t('counts', { rows: rowCount, good: goodCount, wrong })} {goodCount > 0 && t('total', { total: totals.map(({ amount, currency }) => formatMoney(amount, currency)).join(' + ') })}
      </p>
      {ignored.length > 0 && <p className="mt-2 text-sm text-warn wrap-anywhere">{t('ignored', { columns: ignored.join(', ') })}</p>}
      {refused.length > 0 && <WrongCells refused={refused} more={wrong - refused.length} />}
      {sample.length > 0 && (
        <section aria-label={t('sampleTitle')} className="mt-4">
          <h3 className="font-semibold">{t('sampleTitle')}</h3>
          <ul className="mt-1 divide-y">
            {sample.map(({ row, told, total: amount, currency }) => (
              <li key={row} className="flex items-baseline justify-between gap-3 py-2 text-sm">
                <span className="min-w-0">
                  <bdi className="font-semibold wrap-anywhere">{told.name}</bdi> <span className="text-muted wrap-anywhere"><bdi>{told.orderId || t('ownId')}</bdi>{told.customer && <> · <bdi>{told.customer}</bdi></>}</span>
                </span>
                <Money amount={amount} currency={currency} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier && (
        <div className="mt-4 rounded-md bg-warn-soft px-3 py-2.5 text-warn">
          <p role="alert">{t('earlier', { made: earlier.madeCount })} <Link href={`/links/import/${earlier.id}`} className="underline">{t('earlierLink')}</Link></p>
          <Checkbox label={t('againLabel')} checked={again} onChange={({ target }) => setAgain(target.checked)} />
        </div>
      )}
      {goodCount > 0 && (
        <div className="mt-4 flex flex-col gap-2">
          {emailCount > 0 && <Checkbox label={t('emails', { count: emailCount })} hint={t('emailsHint')} checked={emails} onChange={({ target }) => setEmails(target.checked)} />}
          {wrong > 0 && <p className="text-sm text-muted">{t('fixFirst')}</p>}
          <Button className="w-full md:w-auto md:self-start" variant={wrong > 0 ? 'secondary' : 'primary'} pending={isPending} disabled={earlier !== null && !again} onClick={() => onMake({ again, emails, partly: wrong > 0 })}>
            {wrong > 0 ? t('makePartly', { count: goodCount }) : t('make', { count: goodCount })}
          </Button>
        </div>
      )}
    </Card>
  )
}

function WrongCells({ refused, more }: { refused: ImportPreview['refused']; more: number }) {
  const t = useTranslations('bulk.import')
  const { textOf } = useErrorText()
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t('wrongTitle')}</h3>
      <div role="region" tabIndex={0} aria-label={t('wrongTitle')} className="mt-1 max-h-96 overflow-auto rounded-md border">
        <table className="w-full text-left text-sm">
          <thead className="text-muted">
            <tr>{(['row', 'column', 'value', 'reason'] as const).map((name) => <th key={name} scope="col" className="px-3 py-2 font-semibold">{t(name)}</th>)}</tr>
          </thead>
          <tbody>
            {refused.flatMap(({ row, problems }) =>
              problems.map(({ column, value, message }, index) => (
                <tr key={`${row} ${index}`} className="border-t align-top">
                  <td className="px-3 py-2 tabular-nums">{row}</td>
                  <td className="px-3 py-2"><code className="whitespace-nowrap">{column}</code></td>
                  <td className="max-w-48 min-w-24 px-3 py-2 wrap-anywhere"><bdi>{value}</bdi></td>
                  <td className="min-w-48 px-3 py-2 text-bad">{textOf(message)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="mt-2 text-sm text-muted">{t('moreWrong', { count: more })}</p>}
    </div>
  )
}
