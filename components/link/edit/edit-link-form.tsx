'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FormProvider, useWatch } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import type { EditableLink } from '@/lib/link/edit/queries'
import type { Offer } from '@/lib/receiving/views'
import { AmountWarning } from '../amount-warning'
import { ItemRows } from '../item-rows'
import { LinkPreview } from '../link-preview'
import { LinkTotal } from '../link-total'
import { MoreOptions } from '../more-options'
import { ChangedMeanwhile } from './changed-meanwhile'
import { LockedIds, LockedPrice } from './locked-facts'
import { useEditLinkForm } from './use-edit-link-form'

export type EditLinkFormProps = { link: EditableLink; offers: readonly Offer[] }

/** As the create form, with what may no longer change shown and explained in its place. */
export function EditLinkForm({ link, offers }: EditLinkFormProps) {
  const t = useTranslations('editing.edit')
  const create = useTranslations('links.create')
  const { mode } = useShop()
  const { form, element, submit, settle, conflict, isPriceLocked, isPending } = useEditLinkForm(link)
  const isUnlimited = useWatch({ control: form.control, name: 'isUnlimited' })
  const { errors } = form.formState
  const { usedCount, heldCount } = link

  return (
    <FormProvider {...form}>
      <Form ref={element} onSubmit={(event) => void submit(event)} className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start lg:gap-8">
        <div className="flex flex-1 flex-col gap-6 pb-6">
          {conflict && <ChangedMeanwhile linkId={link.id} currency={link.currency} lastEdit={link.lastEdit} isReady={conflict.isReady} onSettle={settle} />}
          {isPriceLocked ? <LockedPrice link={link} /> : <ItemRows />}
          <Card>
            <Field label={create('usageLimit')} hint={t('limitHint', { taken: usedCount + heldCount, used: usedCount, held: heldCount })} error={errors.usageLimit?.message}>
              {(field) => <Input {...field} {...form.register('usageLimit')} dir="ltr" inputMode="numeric" autoComplete="off" readOnly={isUnlimited} className="read-only:opacity-55" />}
            </Field>
            <Switch label={create('unlimited')} {...form.register('isUnlimited')} className="mt-1" />
          </Card>
          <MoreOptions offers={offers} isOpenAtFirst isEdit />
          <LockedIds link={link} />
        </div>
        <div className="max-lg:contents lg:sticky lg:top-7">
          <LinkPreview />
          <div className="border-t bg-card px-4 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom))] max-lg:sticky max-lg:bottom-0 max-lg:z-20 max-md:-mx-4 md:rounded-t-lg md:border-x lg:rounded-lg lg:border lg:p-5">
            <LinkTotal />
            {mode === 'live' && <AmountWarning offers={offers} />}
            {heldCount > 0 && <p className="mt-1 text-sm text-muted">{t('pendingNote', { count: heldCount })}</p>}
            {errors.root?.message && (
              <p role="alert" className="mt-2 flex items-start gap-1.5 text-sm text-bad">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {errors.root.message}
              </p>
            )}
            <Button type="submit" size="large" pending={isPending} className="mt-3 w-full">
              {isPending ? t('saving') : t('save')}
            </Button>
          </div>
        </div>
      </Form>
    </FormProvider>
  )
}
