import { ADDRESS_FIELD_NAMES, ADDRESS_FIELDS, type AddressField } from '@/lib/checkout/shipping-address'
import type { Question } from '@/lib/checkout/customer-questions'
import type { Wording } from '@/lib/i18n/wording'
import type { FieldErrors } from '@/lib/platform/result'
import { CARD } from './classes'
import type { TypedCustomer } from './customer-fields'
import { TextField } from './text-field'

const ATTRIBUTES = {
  shipName: { type: 'text', autoComplete: 'shipping name' },
  shipPhone: { type: 'tel', autoComplete: 'shipping tel' },
  shipAddress: { type: 'text', autoComplete: 'shipping street-address' },
  shipCity: { type: 'text', autoComplete: 'shipping address-level2' },
  shipPostalCode: { type: 'text', autoComplete: 'shipping postal-code', inputMode: 'numeric' },
  shipNote: { type: 'text', autoComplete: 'off' },
} as const satisfies Record<AddressField, object>

type Props = { wording: Wording; questions: readonly Question[]; typed: TypedCustomer; errors: FieldErrors; focused: string | undefined }

/**
 * Where goods go. The page's style shows it only while pay on delivery is chosen, without JavaScript;
 * a browser too old for that always shows it, and it says what it is for.
 */
export function AddressFields({ wording, questions, typed, errors, focused }: Props) {
  const { t } = wording
  return (
    <section className={`${CARD} address-fields p-4`} aria-labelledby="address-heading">
      <h2 id="address-heading" className="font-semibold">{t('own.address.heading')}</h2>
      <p className="text-sm text-muted">{t('own.address.onlyFor')}</p>
      {ADDRESS_FIELD_NAMES.map((name) => {
        const error = errors[name]
        return (
          <TextField
            key={name}
            name={name}
            label={t(`own.address.${ADDRESS_FIELDS[name]}`)}
            note={noteOf(name)}
            error={error && wording.errorText(error)}
            defaultValue={typed[name]}
            autoFocus={focused === name}
            {...ATTRIBUTES[name]}
          />
        )
      })}
    </section>
  )

  /** Whoever orders has said their own name and number above, where the link asks for them. */
  function noteOf(name: AddressField): string | undefined {
    if (name === 'shipPostalCode' || name === 'shipNote') return t('customer.optional')
    const own = name === 'shipName' ? 'name' : name === 'shipPhone' ? 'phone' : null
    return own && questions.some(({ field, isRequired }) => field === own && isRequired) ? t('own.address.ifOther') : undefined
  }
}
