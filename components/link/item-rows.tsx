'use client'

import { HandCoins, Percent, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { MAX_ITEMS } from '@/lib/link/fields'
import { ItemRow } from './item-row'
import { emptyItem, type LinkDraft } from './link-draft'
import { OpenAmountFields } from './open-amount-fields'

/** What is sold: one row at first, more when wanted, discounts among them. */
export function ItemRows() {
  const t = useTranslations('links.create')
  const open = useTranslations('editing.openAmount')
  const { control, getValues, setFocus, setValue } = useFormContext<LinkDraft>()
  const { fields, append, remove } = useFieldArray({ control, name: 'items' })
  const isOpenAmount = useWatch({ control, name: 'isOpenAmount' })
  const isFull = fields.length >= MAX_ITEMS

  const openAmount = () => {
    setValue('isOpenAmount', true, { shouldDirty: true })
    setTimeout(() => setFocus(getValues('items.0.name') === '' ? 'items.0.name' : 'openAmount.minimum'))
  }

  const removeRow = (index: number) => {
    remove(index)
    // The button that had the focus is gone: the row before is the next best place.
    setTimeout(() => setFocus(`items.${Math.max(0, index - 1)}.name`))
  }

  if (isOpenAmount) return <OpenAmountFields />
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field, index) => (
        <ItemRow
          key={field.id}
          index={index}
          isAlone={fields.length === 1}
          isDiscount={field.isDiscount}
          onRemove={() => removeRow(index)}
        />
      ))}
      {!isFull && (
        <div className="-ml-3 flex flex-wrap gap-1">
          <Button variant="ghost" className="px-3 text-sm text-accent" onClick={() => append(emptyItem(), { focusName: `items.${fields.length}.name` })}>
            <Plus aria-hidden />
            {t('addItem')}
          </Button>
          <Button
            variant="ghost"
            className="px-3 text-sm text-muted"
            aria-label={t('addDiscount')}
            onClick={() => append({ ...emptyItem(), name: t('discount'), isDiscount: true }, { focusName: `items.${fields.length}.price` })}
          >
            <Percent aria-hidden />
            {t('discount')}
          </Button>
          {fields.length === 1 && (
            <Button variant="ghost" className="px-3 text-sm text-muted" onClick={openAmount}>
              <HandCoins aria-hidden />
              {open('choose')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
