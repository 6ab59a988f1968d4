'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { guessFrame } from '@/lib/statement/guess-mapping'
import { DATE_ORDERS, DECIMAL_SIGNS, type DateOrder, type DecimalSign, type StatementMapping, type StatementSample } from '@/lib/statement/views'

type Role = 'date' | 'description' | 'amount' | 'credit' | 'debit' | 'type'
const ROLES: readonly Role[] = ['date', 'description', 'amount', 'credit', 'debit', 'type']

type Draft = Record<Role, number | null> & Pick<StatementMapping, 'headerRow' | 'dateOrder' | 'decimal'>

type ColumnMapperProps = {
  sample: StatementSample
  mapping: StatementMapping | null
  /** Nothing could be guessed: open from the start. */
  isNeeded: boolean
  /** Once a day, a text and an amount are known. */
  onChange: (mapping: StatementMapping) => void
}

/** Which column is which, for banks that nobody knows here, and to put a wrong guess right. Remembered with the account. */
export function ColumnMapper({ sample: { delimiter, rows }, mapping, isNeeded, onChange }: ColumnMapperProps) {
  const t = useTranslations('money.columns')
  const [draft, setDraft] = useState<Draft>(() => mapping ?? draftOf(rows))
  // It stays open under the hand that fills it in, though what is told so far can be read.
  const [isOpen, setIsOpen] = useState(isNeeded)
  const width = Math.max(...rows.map((row) => row.length))
  const shown = rows.slice(Math.max(draft.headerRow, 0))
  const header = shown[0] ?? []

  const change = (wish: Partial<Draft>) => {
    const next = { ...draft, ...wish }
    // One column for both directions, or one for each.
    if (wish.amount !== undefined && wish.amount !== null) Object.assign(next, { credit: null, debit: null })
    if ((wish.credit ?? wish.debit) != null) next.amount = null
    setDraft(next)
    const { date, description, amount, credit, debit, type } = next
    if (date === null || description === null || (amount === null) === (credit === null)) return
    onChange({ delimiter, headerRow: next.headerRow, date, description, amount, credit, debit, type, balance: null, dateOrder: next.dateOrder, decimal: next.decimal })
  }

  return (
    <details open={isOpen || isNeeded} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)} className="rounded-md border p-3 md:p-4">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{t('title')}</summary>
      <p className="text-sm text-muted">{t('text')}</p>
      <div role="region" aria-label={t('sample')} tabIndex={0} className="mt-3 overflow-x-auto">
        <table className="text-xs">
          <tbody>
            {shown.slice(0, 8).map((row, index) => (
              <tr key={index} className="border-t first:border-t-0">
                {Array.from({ length: width }, (_, column) => <td key={column} className="max-w-40 truncate px-2 py-1">{row[column] ?? ''}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t('headerRow')}>
          {(control) => (
            <Select {...control} value={draft.headerRow} onChange={(event) => change({ headerRow: Number(event.target.value) })}>
              <option value={-1}>{t('noHeader')}</option>
              {rows.map((row, index) => <option key={index} value={index}>{`${index + 1}: ${row.filter(Boolean).join(' · ').slice(0, 40)}`}</option>)}
            </Select>
          )}
        </Field>
        {ROLES.map((role) => (
          <Field key={role} label={t(`roles.${role}`)} {...(role === 'debit' && { hint: t('debitHint') })}>
            {(control) => (
              <Select {...control} value={draft[role] ?? ''} onChange={(event) => change({ [role]: event.target.value === '' ? null : Number(event.target.value) })}>
                <option value="">{t('none')}</option>
                {Array.from({ length: width }, (_, column) => <option key={column} value={column}>{`${column + 1}: ${header[column] ?? ''}`}</option>)}
              </Select>
            )}
          </Field>
        ))}
        <Field label={t('dateOrder')}>
          {(control) => (
            <Select {...control} value={draft.dateOrder} onChange={(event) => change({ dateOrder: event.target.value as DateOrder })}>
              {DATE_ORDERS.map((order) => <option key={order} value={order}>{t(`dateOrders.${order}`)}</option>)}
            </Select>
          )}
        </Field>
        <Field label={t('decimal')}>
          {(control) => (
            <Select {...control} value={draft.decimal} onChange={(event) => change({ decimal: event.target.value as DecimalSign })}>
              {DECIMAL_SIGNS.map((sign) => <option key={sign} value={sign}>{sign === '.' ? '1,250,003.00' : '1.250.003,00'}</option>)}
            </Select>
          )}
        </Field>
      </div>
    </details>
  )
}

const draftOf = (rows: readonly string[][]): Draft => ({ ...guessFrame(rows), date: null, description: null, amount: null, credit: null, debit: null, type: null })
