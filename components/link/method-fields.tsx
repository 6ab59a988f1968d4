'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field-set'
import { Switch } from '@/components/ui/switch'
import { METHODS_OF_MODE, PAYMENT_METHODS } from '@/lib/payment/methods'
import type { LinkDraft } from './link-draft'

const GROUPS = [...new Set(METHODS_OF_MODE.test.map((name) => PAYMENT_METHODS[name].group))]

/** How customers may pay: every way, or the chosen ones. */
export function MethodFields() {
  const t = useTranslations('links.create')
  const methodName = useTranslations('methods')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const isEveryMethod = useWatch({ control, name: 'isEveryMethod' })

  return (
    <FieldSet legend={t('methods')} error={formState.errors.paymentMethods?.message}>
      <Switch label={t('methodsAll')} {...register('isEveryMethod')} />
      {!isEveryMethod && (
        <>
          <p className="text-sm text-muted">{t('methodsHint')}</p>
          <div className="mt-2 grid gap-x-6 gap-y-4 sm:grid-cols-2">
            {GROUPS.map((group) => (
              <div key={group} role="group" aria-label={t(`groups.${group}`)}>
                <p aria-hidden className="text-xs font-semibold text-muted">
                  {t(`groups.${group}`)}
                </p>
                {METHODS_OF_MODE.test.filter((name) => PAYMENT_METHODS[name].group === group).map((name) => (
                  <Checkbox key={name} label={methodName(name)} value={name} {...register('paymentMethods')} />
                ))}
              </div>
            ))}
          </div>
        </>
      )}
    </FieldSet>
  )
}
