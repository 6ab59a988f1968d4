'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field-set'
import { Form } from '@/components/ui/form'
import { FormError } from '@/components/ui/form-error'
import { Radio } from '@/components/ui/radio'
import { startExportAction } from '@/lib/data-export/actions'
import { COLUMNS_OF, FORMATS, type ExportFormat, type ExportKind } from '@/lib/data-export/schema'
import { exportsQuery } from './bulk-queries'
import { ExportList } from './export-list'

type ExportScreenProps = {
  kind: ExportKind
  /** What of it, as the list's address says. */
  filter: Record<string, string> | { ids: string[] }
  choice: { columns: string[]; format: ExportFormat }
}

/** Links or orders as a file: which columns, which format, and the files that were made. */
export function ExportScreen({ kind, filter, choice }: ExportScreenProps) {
  const t = useTranslations('bulk.export')
  const column = useTranslations('bulk.columns')
  const client = useQueryClient()
  const [format, setFormat] = useState(choice.format)
  const [columns, setColumns] = useState<ReadonlySet<string>>(new Set(choice.columns))
  const [submissionId, setSubmissionId] = useState<string>(() => crypto.randomUUID())
  const start = useMutation({
    mutationFn: () => unwrap(startExportAction({ kind, filter, format, submissionId, columns: COLUMNS_OF[kind].filter((name) => columns.has(name)) })),
    onSuccess: () => {
      // The next click asks for another file.
      setSubmissionId(crypto.randomUUID())
      void client.invalidateQueries({ queryKey: exportsQuery().queryKey })
    },
  })
  const toggle = (name: string) => {
    const next = new Set(columns)
    if (!next.delete(name)) next.add(name)
    setColumns(next)
  }
  const isEverything = Object.keys(filter).length === 0
  const selected = 'ids' in filter && Array.isArray(filter.ids) ? filter.ids.length : null

  return (
    <div className="flex flex-col gap-4">
      <Card>
        <p className="text-base text-muted md:text-sm">{t(`intro.${kind}`)}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-base md:text-sm">
          {selected !== null ? t('selected', { count: selected }) : isEverything ? t('everything') : t('filtered')}
          {!isEverything && <Link href={`/exports?kind=${kind}`} className="inline-flex min-h-11 items-center underline">{t('takeAll')}</Link>}
        </p>
        <Form
          className="mt-4 flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            if (!start.isPending) start.mutate()
          }}
        >
          <FieldSet legend={t('format')}>
            {FORMATS.map((name) => (
              <Radio key={name} name="format" value={name} checked={format === name} onChange={() => setFormat(name)} label={t(name)} hint={t(`${name}Hint`)} />
            ))}
          </FieldSet>
          <FieldSet legend={t('columns')}>
            <div className="grid md:grid-cols-3">
              {COLUMNS_OF[kind].map((name) => <Checkbox key={name} label={column(name)} checked={columns.has(name)} onChange={() => toggle(name)} />)}
            </div>
          </FieldSet>
          <FormError error={start.error ? (start.error instanceof AppFailure ? start.error.error : { kind: 'unexpected' }) : null} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" pending={start.isPending}>{t('start')}</Button>
            <Link href={`/exports?kind=${kind === 'links' ? 'orders' : 'links'}`} className={buttonVariants({ variant: 'ghost' })}>{t(`kind.${kind === 'links' ? 'orders' : 'links'}`)}</Link>
          </div>
        </Form>
      </Card>
      <ExportList />
    </div>
  )
}
