'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field-set'
import { Switch } from '@/components/ui/switch'
import { PAYMENT_METHODS, takesCurrency } from '@/lib/payment/methods'
import type { Offer } from '@/lib/receiving/views'
import { AccountFields } from './account-fields'
import type { LinkDraft } from './link-draft'

/** How customers may pay: every way that the shop has in this mode for this currency, or the chosen ones, and to which of several accounts. */
export function MethodFields({ offers }: { offers: readonly Offer[] }) {
  const t = useTranslations('links.create')
  const methodName = useTranslations('methods')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const currency = useWatch({ control, name: 'currency' })
  const methods = [...new Set(offers.map(({ method }) => method))].filter((name) => takesCurrency(name, currency))
  const groups = [...new Set(methods.map((name) => PAYMENT_METHODS[name].group))]
  const isEveryMethod = useWatch({ control, name: 'isEveryMethod' })

  return (
    <FieldSet legend={t('methods')} error={formState.errors.paymentMethods?.message ?? formState.errors.accountsOff?.message}>
      <Switch label={t('methodsAll')} {...register('isEveryMethod')} />
      {!isEveryMethod && (
        <>
          <p className="text-sm text-muted">{t('methodsHint')}</p>
          <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-2">
            {groups.map((group) => (
              <div key={group} role="group" aria-label={t(`groups.${group}`)}>
                <p aria-hidden className="text-xs font-semibold text-muted">
                  {t(`groups.${group}`)}
                </p>
                {methods.filter((name) => PAYMENT_METHODS[name].group === group).map((name) => (
                  <Checkbox key={name} label={methodName(name)} value={name} {...register('paymentMethods')} />
                ))}
              </div>
            ))}
          </div>
        </>
      )}
      <AccountFields offers={offers} />
    </FieldSet>
  )
}
