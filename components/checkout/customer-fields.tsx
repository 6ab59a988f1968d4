import type { Wording } from '@/lib/i18n/wording'
import type { Question } from '@/lib/checkout/customer-questions'
import type { CustomerField } from '@/lib/link/views'
import type { FieldErrors } from '@/lib/platform/result'
import { CARD } from './classes'
import { TextField } from './text-field'

const ATTRIBUTES = {
  name: { type: 'text', autoComplete: 'name' },
  phone: { type: 'tel', autoComplete: 'tel' },
  email: { type: 'email', autoComplete: 'email' },
} as const satisfies Record<CustomerField, { type: string; autoComplete: string }>

/** What was sent before, by field; a stranger may have sent anything. */
export type TypedCustomer = Record<string, string | undefined>

type Props = { wording: Wording; questions: readonly Question[]; typed: TypedCustomer; errors: FieldErrors; focused: string | undefined }

/** What the customer is asked; nothing at all when the link knows enough. */
export function CustomerFields({ wording, questions, typed, errors, focused }: Props) {
  const { t } = wording
  if (questions.length === 0) return null
  return (
    <section className={`${CARD} p-4`} aria-labelledby="customer-heading">
      <h2 id="customer-heading" className="font-semibold">{t('customer.heading')}</h2>
      {questions.map(({ field: name, isRequired }) => {
        const error = errors[name]
        return (
          <TextField
            key={name}
            name={name}
            label={t(`customer.${name}`)}
            note={isRequired ? undefined : t('customer.optional')}
            error={error && wording.errorText(error)}
            required={isRequired}
            defaultValue={typed[name]}
            autoFocus={focused === name}
            {...ATTRIBUTES[name]}
          />
        )
      })}
    </section>
  )
}
