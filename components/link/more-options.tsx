'use client'

import { useId, useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { Offer } from '@/lib/receiving/views'
import { CurrencyField } from './currency-field'
import { CustomerFields } from './customer-fields'
import { InternalNotesFields } from './internal-notes-fields'
import type { LinkDraft } from './link-draft'
import { MethodFields } from './method-fields'
import { PeriodFields } from './period-fields'
import { QuestionFields } from './question-fields'
import { ReviewSwitch } from './review-switch'
import { SendingSection } from './sending-section'

const FIELDS = ['currency', 'title', 'description', 'startsAt', 'expiry', 'customer', 'paymentMethods', 'accountsOff', 'questions', 'sending', 'internalNotes'] as const satisfies (keyof LinkDraft)[]

type MoreOptionsProps = { offers: readonly Offer[]; isOpenAtFirst: boolean; /** Of a link that there is already. */ isEdit?: boolean }

/** What most links do without. Opens by itself when something inside has to be corrected. */
export function MoreOptions({ offers, isOpenAtFirst, isEdit = false }: MoreOptionsProps) {
  const t = useTranslations('links.create')
  const { control, register, formState } = useFormContext<LinkDraft>()
  const { errors } = formState
  const [isOpened, setIsOpened] = useState(isOpenAtFirst)
  const isOpen = isOpened || FIELDS.some((name) => errors[name])
  const isForOneCustomer = useWatch({ control, name: 'isForOneCustomer' })
  const panelId = useId()

  return (
    <section className="rounded-lg border bg-card">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpened(!isOpen)}
          className="flex min-h-16 w-full items-center justify-between gap-3 rounded-lg px-4 py-3 text-left md:px-5"
        >
          <span>
            <span className="block text-base font-semibold md:text-sm">{t('more.title')}</span>
            <span className="block text-sm font-normal text-muted">{t(isEdit ? 'more.summaryOfEdit' : 'more.summary')}</span>
          </span>
          <ChevronDown aria-hidden className={cn('size-5 shrink-0 text-muted transition-transform', isOpen && 'rotate-180')} />
        </button>
      </h2>
      <div id={panelId} hidden={!isOpen} className="border-t p-4 md:p-5">
        {isOpen && (
          <div className="flex flex-col gap-6">
            <Field label={t('titleField')} aside={t('optional')} hint={t('titleHint')} error={errors.title?.message}>
              {(field) => <Input {...field} {...register('title')} autoComplete="off" />}
            </Field>
            <Field label={t('description')} aside={t('optional')} hint={t('descriptionHint')} error={errors.description?.message}>
              {(field) => <Textarea {...field} {...register('description')} />}
            </Field>
            {!isEdit && <CurrencyField />}
            <PeriodFields isEdit={isEdit} />
            <CustomerFields />
            {!isForOneCustomer && <QuestionFields />}
            {!isEdit && <SendingSection />}
            {offers.length > 0 && <MethodFields offers={offers} />}
            {!isEdit && <InternalNotesFields />}
            {!isEdit && <ReviewSwitch />}
          </div>
        )}
      </div>
    </section>
  )
}
