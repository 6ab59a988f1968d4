'use client'

import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import type { LAYOUTS, StatementReading } from '@/lib/statement/views'

const SHOWN = 6

/** What was understood of a statement, before anything is written: credits, what goes out, lines that could not be read and why. */
export function StatementPreview({ reading }: { reading: StatementReading }) {
  const t = useTranslations('money.import')
  if (!reading.ok) return <p role="alert" className="rounded-md bg-warn-soft px-3 py-2.5 text-warn">{t(`failures.${reading.failure}`)}</p>
  const { entries, problems, layout } = reading.statement
  if (entries.length === 0 && problems.length === 0) return <p role="alert" className="rounded-md bg-warn-soft px-3 py-2.5 text-warn">{t('failures.nothing')}</p>
  const credits = entries.filter(({ direction }) => direction === 'credit')
  return (
    <section aria-label={t('understood')} className="rounded-md border p-3 md:p-4">
      <h3 className="font-semibold">{t('understood')}</h3>
      <p className="mt-1 text-sm text-muted">
        {layout === 'other' ? '' : `${t('layout', { bank: BANK_NAMES[layout] })} `}
        {t('counts', { credits: credits.length, debits: entries.length - credits.length, problems: problems.length })}
      </p>
      {credits.length > 0 && (
        <ul className="mt-2 divide-y">
          {credits.slice(0, SHOWN).map(({ line, day, time, amount, description }) => (
            <li key={line} className="flex items-baseline justify-between gap-3 py-1.5 text-sm">
              <span className="min-w-0">
                <span className="text-muted tabular-nums">{day.split('-').toReversed().join('/')}{time && ` ${time.slice(0, 5)}`}</span>{' '}
                <bdi className="wrap-anywhere">{description}</bdi>
              </span>
              <Money amount={amount} currency="IDR" />
            </li>
          ))}
          {credits.length > SHOWN && <li className="py-1.5 text-sm text-muted">{t('more', { count: credits.length - SHOWN })}</li>}
        </ul>
      )}
      {problems.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-warn">{t('problemsTitle', { count: problems.length })}</summary>
          <ul className="mt-1 flex flex-col gap-1.5">
            {problems.slice(0, 20).map(({ line, text, reason }) => (
              <li key={line}>
                {t('line', { line })}: {t(`problems.${reason}`)} <code className="block text-xs text-muted wrap-anywhere">{text}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const BANK_NAMES = { bca: 'BCA', mandiri: 'Mandiri', bri: 'BRI', bni: 'BNI', jago: 'Jago', other: '' } as const satisfies Record<(typeof LAYOUTS)[number], string>
