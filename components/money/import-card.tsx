'use client'

import { useMemo, useRef, useState } from 'react'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { importStatementAction } from '@/lib/money-in/actions'
import { mappingSchema } from '@/lib/money-in/schema'
import type { MoneyAccount, MoneyResult } from '@/lib/money-in/views'
import { decodeText } from '@/lib/statement/decode-text'
import { accountOfLayout, isOtherAccount } from '@/lib/statement/other-account'
import { readStatement } from '@/lib/statement/read-statement'
import type { StatementMapping } from '@/lib/statement/views'
import { ColumnMapper } from './column-mapper'
import { ImportResult } from './import-result'
import { StatementPreview } from './statement-preview'
import { useMoneyChange } from './use-money-change'

/** More than the longest statement that is read, in any encoding. */
const MAX_FILE_BYTES = 2_000_000

type ImportCardProps = {
  accounts: MoneyAccount[]
  /** YYYY-MM-DD on the bank's calendar. */
  today: string
}

/** A statement is read in the browser; nothing is sent before the seller has seen what was understood. */
export function ImportCard({ accounts, today }: ImportCardProps) {
  const t = useTranslations('money.import')
  const { name: shop } = useShop()
  const file = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [told, setTold] = useState<StatementMapping | null>(null)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const [result, setResult] = useState<MoneyResult | null>(null)

  // Until the seller picks one, the statement says whose it is: laid to another account, none of its money would be expected.
  const likely = useMemo(() => likelyAccount(text, { accounts, today }), [text, accounts, today])
  const account = accounts.find(({ id }) => id === picked) ?? likely ?? accounts[0]
  const accountId = account?.id ?? ''
  const remembered = useMemo(() => mappingSchema.safeParse(account?.mapping).data ?? null, [account])
  const reading = useMemo(() => (text.trim() === '' ? null : readStatement(text, { today, mapping: told, remembered })), [text, today, told, remembered])
  const { mutate, isPending } = useMoneyChange(importStatementAction, (value) => {
    setResult(value)
    setText('')
    setTold(null)
  })

  const take = (next: string) => {
    setText(next)
    setTold(null)
    setResult(null)
    setIsTooLarge(false)
  }
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > MAX_FILE_BYTES) {
      take('')
      setIsTooLarge(true)
      return
    }
    take(decodeText(new Uint8Array(await chosen.arrayBuffer())))
  }
  const isOther = reading?.ok === true && account !== undefined && isOtherAccount(text, reading.statement, account)
  const credits = reading?.ok ? reading.statement.entries.filter(({ direction }) => direction === 'credit').length : 0

  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-base text-muted md:text-sm">{t('text', { shop })}</p>
      <div className="mt-4 flex flex-col gap-4">
        <Field label={t('account')}>
          {(control) => (
            <Select {...control} value={accountId} onChange={(event) => { setPicked(event.target.value); setTold(null); setResult(null) }}>
              {accounts.map(({ id, label, name }) => <option key={id} value={id}>{`${label} · ${name}`}</option>)}
            </Select>
          )}
        </Field>
        <div>
          <input ref={file} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" className="sr-only" tabIndex={-1} aria-label={t('file')} onChange={(event) => { void open(event.target.files?.[0]); event.target.value = '' }} />
          <Button variant="secondary" onClick={() => file.current?.click()}>
            <Upload aria-hidden />
            {t('choose')}
          </Button>
        </div>
        <Field label={t('paste')} hint={t('pasteHint')}>
          {(control) => <Textarea {...control} rows={4} spellCheck={false} className="max-h-48 font-mono text-sm" value={text} onChange={(event) => take(event.target.value)} />}
        </Field>
        <div aria-live="polite" className="flex flex-col gap-4 empty:hidden">
          {isTooLarge && <p role="alert" className="text-bad">{t('failures.tooLarge')}</p>}
          {isOther && <p role="alert" className="rounded-md bg-bad-soft px-3 py-2.5 text-bad">{t('failures.otherAccount')}</p>}
          {reading && <StatementPreview reading={reading} />}
          {result && <ImportResult result={result} />}
        </div>
        {reading?.sample && <ColumnMapper key={`${accountId} ${text}`} sample={reading.sample} mapping={told ?? (reading.ok ? reading.statement.mapping : null)} isNeeded={!reading.ok} onChange={setTold} />}
        {reading?.ok && !isOther && reading.statement.entries.length > 0 && (
          <Button className="w-full md:w-auto md:self-start" pending={isPending} onClick={() => mutate({ accountId, text, mapping: told })}>
            {t('send', { count: credits })}
          </Button>
        )}
      </div>
    </Card>
  )
}

function likelyAccount(text: string, { accounts, today }: ImportCardProps): MoneyAccount | null {
  const reading = accounts.length > 1 && text.trim() !== '' ? readStatement(text, { today, mapping: null }) : null
  return reading?.ok ? accountOfLayout(accounts, reading.statement.layout) : null
}
