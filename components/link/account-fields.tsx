'use client'

import { useTranslations } from 'next-intl'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { accountChoices } from '@/lib/receiving/rules'
import type { Offer } from '@/lib/receiving/views'
import type { LinkDraft } from './link-draft'

/** Which of several accounts of a kind a link takes. Nothing where the shop has one of each. */
export function AccountFields({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations('links.create')
  const methodName = useTranslations('methods')
  const { control } = useFormContext<LinkDraft>()
  const [currency, isEveryMethod, methods] = useWatch({ control, name: ['currency', 'isEveryMethod', 'paymentMethods'] })
  const { field } = useController({ control, name: 'accountsOff' })
  const choices = accountChoices(offers, currency).filter(({ method }) => isEveryMethod || methods.includes(method))
  return choices.map(({ method, accounts }) => (
    <div key={method} role="group" aria-label={t('accountsOf', { method: methodName(method) })} className="mt-3">
      <p aria-hidden className="text-xs font-semibold text-muted">
        {t('accountsOf', { method: methodName(method) })}
      </p>
      {accounts.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={<bdi className="wrap-anywhere">{label}</bdi>}
          checked={!field.value.includes(id)}
          onChange={({ currentTarget: { checked } }) => field.onChange(checked ? field.value.filter((off) => off !== id) : [...field.value, id])}
        />
      ))}
    </div>
  ))
}
