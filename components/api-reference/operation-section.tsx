import { useTranslations } from 'next-intl'
import type { OperationView, ResponseView } from '@/lib/api/reference/operations'
import { CodeBlock } from './code-block'
import { FieldList } from './field-list'
import { MethodBadge } from './method-badge'
import { Prose } from './prose'
import { Samples } from './samples'
import { useWords } from './use-words'

/** One operation: what it takes and answers beside programs that call it. */
export function OperationSection({ operation }: { operation: OperationView }) {
  const t = useTranslations('reference')
  const words = useWords()
  const { id, method, path, summary, description, parameters, body, responses, samples } = operation
  const shown = responses.filter(({ example }) => example !== null)
  const others = responses.filter(({ example }) => example === null)
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20 border-t py-8 md:scroll-mt-6 md:py-10">
      <h3 id={`${id}-title`} className="text-lg font-semibold">{summary}</h3>
      <p className="mt-2 flex min-w-0 items-start gap-2">
        <MethodBadge method={method} className="mt-0.5" />
        <code className="font-mono text-sm wrap-anywhere">{path}</code>
      </p>
      <div className="mt-4 grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0 space-y-6">
          <Prose className="space-y-3 text-sm">{description}</Prose>
          {parameters.map(({ place, fields }) => (
            <div key={place}>
              <h4 className="mb-2 text-sm font-semibold">{t(`place.${place}`)}</h4>
              <FieldList fields={fields} words={words.fields} />
            </div>
          ))}
          {body && body.fields.length > 0 && (
            <div>
              <h4 className="mb-2 text-sm font-semibold">{t('body')}</h4>
              <FieldList fields={body.fields} words={words.fields} />
            </div>
          )}
          {shown.slice(0, 1).map(({ status, fields, sameAs }) => (
            <div key={status}>
              <h4 className="mb-2 text-sm font-semibold">{t('answer')}</h4>
              {sameAs ? (
                <p className="text-sm">
                  {t('sameFields')} <a href={`#${sameAs.id}`} className="font-semibold text-accent underline">{sameAs.summary}</a>
                </p>
              ) : (
                <FieldList fields={fields} words={words.fields} isAnswer />
              )}
            </div>
          ))}
          <Statuses responses={[...shown.slice(1), ...others]} title={t('statuses')} />
        </div>
        <div className="min-w-0 space-y-4 xl:sticky xl:top-6 xl:self-start">
          <Samples title={summary} samples={samples} words={words.samples} />
          {body?.examples.slice(1).map(({ name, json }) => (
            <details key={name}>
              <summary className="py-2 text-sm font-semibold">{`${t('body')}: ${name}`}</summary>
              <CodeBlock label={name} {...words.samples}>{json}</CodeBlock>
            </details>
          ))}
          {shown.slice(0, 1).map(({ status, description: text, example }) => (
            <div key={status}>
              <h4 className="mb-2 text-sm font-semibold">{`${t('answer')} ${status}`}</h4>
              <p className="mb-2 text-xs text-muted">{text}</p>
              <CodeBlock label={`${t('answer')} ${status}, ${summary}`} {...words.samples}>{example ?? ''}</CodeBlock>
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}

function Statuses({ responses, title }: { responses: readonly ResponseView[]; title: string }) {
  return (
    <div>
      <h4 className="mb-2 text-sm font-semibold">{title}</h4>
      <dl className="divide-y rounded-md border bg-card text-sm">
        {responses.map(({ status, description }) => (
          <div key={status} className="flex gap-3 px-3 py-2">
            <dt className="w-10 shrink-0 font-mono font-semibold">{status}</dt>
            <dd className="min-w-0 text-muted"><Prose>{description}</Prose></dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
