'use client'

import { useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useMutation } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { MAX_FILE_BYTES } from '@/lib/link-import/schema'
import { ImportColumns } from './import-columns'
import { ImportPreviewCard } from './import-preview'
import { sendImport, sendPreview, type ImportAnswer, type ImportWish } from './send-import'

type Chosen = { content: Blob; name: string; submission: string }

/** A table becomes links: chosen or pasted, looked at, and only then made. */
export function ImportScreen() {
  const t = useTranslations('bulk.import')
  const router = useRouter()
  const { timeZone } = useShop()
  const file = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const preview = useMutation({ mutationFn: ({ content }: Chosen) => sendPreview(content) })
  const start = useMutation({
    mutationFn: async (wish: ImportWish) => (chosen ? await sendImport(chosen.content, { ...chosen, ...wish }) : null),
    onSuccess: (answer) => {
      if (answer?.ok) router.push(`/links/import/${answer.value}`)
    },
  })

  const take = (content: Blob, name: string) => {
    start.reset()
    preview.reset()
    setIsTooLarge(content.size > MAX_FILE_BYTES)
    if (content.size > MAX_FILE_BYTES) return
    const next = { content, name, submission: crypto.randomUUID() }
    setChosen(next)
    preview.mutate(next)
  }
  const failed = [isTooLarge && t('failures.tooLarge'), sentenceOf(preview.data), sentenceOf(start.data)].find(Boolean)

  return (
    <div className="flex flex-col gap-4">
      <Card>
        <p className="text-base text-muted md:text-sm">{t('intro')}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <input ref={file} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" className="sr-only" tabIndex={-1} aria-label={t('file')} onChange={({ target }) => { const [one] = target.files ?? []; if (one) take(one, one.name); target.value = '' }} />
          <Button pending={preview.isPending} onClick={() => file.current?.click()}>
            <Upload aria-hidden />
            {t('choose')}
          </Button>
          <a href="/api/links/import/template" download className={buttonVariants({ variant: 'secondary' })}>
            <Download aria-hidden />
            {t('template')}
          </a>
        </div>
        <div className="mt-4">
          <Field label={t('paste')} hint={t('pasteHint')}>
            {(control) => <Textarea {...control} rows={3} spellCheck={false} className="max-h-48 font-mono text-sm" value={pasted} onChange={({ target }) => setPasted(target.value)} />}
          </Field>
          {pasted.trim() !== '' && (
            <Button variant="secondary" className="mt-2" pending={preview.isPending} onClick={() => take(new Blob([pasted]), t('pasted'))}>
              {t('check')}
            </Button>
          )}
        </div>
        <div aria-live="polite">
          {preview.isPending && <p className="mt-4 text-muted">{t('checking')} …</p>}
          {failed && <p role="alert" className="mt-4 rounded-md bg-bad-soft px-3 py-2.5 text-bad wrap-anywhere">{failed}</p>}
        </div>
      </Card>
      {chosen && preview.data?.ok && (
        <ImportPreviewCard key={chosen.submission} preview={preview.data.value} name={chosen.name} isPending={start.isPending || start.data?.ok === true} onMake={(wish) => start.mutate(wish)} />
      )}
      <ImportColumns timeZone={timeZone} />
    </div>
  )

  function sentenceOf(answer: ImportAnswer<unknown> | null | undefined): string | null {
    if (!answer || answer.ok) return null
    const { failure, problem } = answer
    if (failure) {
      return 'columns' in failure ? t(`failures.${failure.kind}`, { columns: failure.columns.join(', ') }) : 'row' in failure ? t(`failures.${failure.kind}`, { row: failure.row }) : t(`failures.${failure.kind}`)
    }
    switch (problem) {
      case 'wrongRows':
      case 'noGoodRows':
      case 'sameFile':
        return t(`problems.${problem}`)
      case 'tooLarge':
      case 'forbidden':
      case 'unauthenticated':
        return t(`failures.${problem}`)
      default:
        return t('failures.unexpected')
    }
  }
}
