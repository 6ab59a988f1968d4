import type { FieldView } from '@/lib/api/reference/fields'
import { Inline } from './prose'

export type FieldWords = { required: string; optional: string; fieldsOf: string }

/** Fields with what they take and mean; those inside an object fold away under it. */
export function FieldList({ fields, words, isAnswer = false }: { fields: readonly FieldView[]; words: FieldWords; isAnswer?: boolean }) {
  return (
    <ul className="divide-y rounded-md border bg-card">
      {fields.map((field) => (
        <li key={field.name} className="min-w-0 px-3 py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
            <code className="font-mono font-semibold wrap-anywhere">{field.name}</code>
            <span className="text-xs text-muted">{field.type}</span>
            {!isAnswer && <span className={field.isRequired ? 'text-xs font-semibold text-warn' : 'text-xs text-muted'}>{field.isRequired ? words.required : words.optional}</span>}
          </p>
          {field.description !== '' && (
            <p className="mt-1 text-sm text-muted wrap-anywhere">
              <Inline>{field.description}</Inline>
            </p>
          )}
          {field.limits.length > 0 && <p className="mt-1 text-xs text-muted wrap-anywhere">{field.limits.join(' · ')}</p>}
          {field.fields.length > 0 && (
            <details className="mt-2">
              <summary className="w-fit py-2 text-xs font-semibold text-accent">
                {words.fieldsOf} <code className="font-mono">{field.name}</code>
              </summary>
              <div className="mt-1">
                <FieldList fields={field.fields} words={words} isAnswer={isAnswer} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
