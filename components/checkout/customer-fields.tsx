import type { Wording } from '@/lib/i18n/wording'
import type { FieldErrors } from '@/lib/platform/result'
import { CARD } from './classes'
import { TextField } from './text-field'

const FIELDS = [
  { name: 'name', type: 'text', autoComplete: 'name', isOptional: false },
  { name: 'phone', type: 'tel', autoComplete: 'tel', isOptional: false },
  { name: 'email', type: 'email', autoComplete: 'email', isOptional: true },
] as const

/** What was sent before, by field; a stranger may have sent anything. */
export type TypedCustomer = Record<string, string | undefined>

type Props = { wording: Wording; typed: TypedCustomer; errors: FieldErrors; focused: string | undefined }

/** Asked only when the link names nobody. */
export function CustomerFields({ wording, typed, errors, focused }: Props) {
  const { t } = wording
  return (
    <section className={`${CARD} p-4`} aria-labelledby="customer-heading">
      <h2 id="customer-heading" className="font-semibold">{t('customer.heading')}</h2>
      {FIELDS.map(({ name, isOptional, ...attributes }) => {
        const error = errors[name]
        return (
          <TextField
            key={name}
            name={name}
            label={t(`customer.${name}`)}
            note={isOptional ? t('customer.optional') : undefined}
            error={error && wording.errorText(error)}
            required={!isOptional}
            defaultValue={typed[name]}
            autoFocus={focused === name}
            {...attributes}
          />
        )
      })}
    </section>
  )
}
