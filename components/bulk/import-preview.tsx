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
    <Card ref={showFromItsTop} className="scroll-mt-20 md:scroll-mt-4">
      <CardTitle>{t('preview')}</CardTitle>
      <p className="mt-1 text-sm text-muted"><bdi className="wrap-anywhere">{name}</bdi></p>
      <p aria-live="polite" className="mt-2">
        {t('counts', { rows: rowCount, good: goodCount, wrong })} {goodCount > 0 && t('total', { total: totals.map(({ amount, currency }) => formatMoney(amount, currency)).join(' + ') })}
      </p>
      {ignored.length > 0 && <p className="mt-2 text-sm text-warn wrap-anywhere">{t('ignored', { columns: ignored.join(', ') })}</p>}
      {refused.length > 0 && <WrongCells refused={refused} more={wrong - refused.length} hasResultFile={goodCount > 0} />}
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
          {goodCount > 0 && <Checkbox label={t('againLabel')} checked={again} onChange={({ target }) => setAgain(target.checked)} />}
        </div>
      )}
      {goodCount === 0 && !earlier && <p className="mt-4 text-sm text-muted">{t('fixAll')}</p>}
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

/** On a phone it comes below the fold. */
const showFromItsTop = (card: HTMLElement | null) => card?.scrollIntoView({ block: 'start' })

/** A table; on a phone the same cells, each row's under one another, so that what is wrong is read without pushing anything aside. */
function WrongCells({ refused, more, hasResultFile }: { refused: ImportPreview['refused']; more: number; hasResultFile: boolean }) {
  const t = useTranslations('bulk.import')
  const { textOf } = useErrorText()
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t('wrongTitle')}</h3>
      <div role="region" tabIndex={0} aria-label={t('wrongTitle')} className="mt-1 max-h-96 overflow-auto rounded-md border">
        <table role="table" className="w-full text-left text-sm max-md:block">
          <thead role="rowgroup" className="text-muted max-md:sr-only">
            <tr role="row">{(['row', 'column', 'value', 'reason'] as const).map((name) => <th key={name} role="columnheader" scope="col" className="px-3 py-2 font-semibold">{t(name)}</th>)}</tr>
          </thead>
          <tbody role="rowgroup" className="max-md:block">
            {refused.flatMap(({ row, problems }) =>
              problems.map(({ column, value, message }, index) => (
                <tr key={`${row} ${index}`} role="row" className="border-t align-top max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)] max-md:gap-x-3 max-md:gap-y-0.5 max-md:px-3 max-md:py-2.5">
                  <td role="cell" className="tabular-nums max-md:font-semibold md:px-3 md:py-2"><span className="md:hidden">{t('row')} </span>{row}</td>
                  <td role="cell" className="md:px-3 md:py-2"><code className="max-md:wrap-anywhere md:whitespace-nowrap">{column}</code></td>
                  <td role="cell" className="wrap-anywhere max-md:col-span-2 max-md:empty:hidden md:max-w-48 md:min-w-24 md:px-3 md:py-2">{value && <bdi>{value}</bdi>}</td>
                  <td role="cell" className="text-bad max-md:col-span-2 md:min-w-48 md:px-3 md:py-2">{textOf(message)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="mt-2 text-sm text-muted">{t('moreWrong', { count: more })}{hasResultFile && ` ${t('allInResult')}`}</p>}
    </div>
  )
}
