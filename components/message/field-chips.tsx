'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { MessageField } from '@/lib/message/fields'

/** What changes from customer to customer, to be put in where the cursor stands. */
export function FieldChips({ fields, onInsert }: { fields: readonly MessageField[]; onInsert: (field: MessageField) => void }) {
  const t = useTranslations('messages')
  return (
    <div role="group" aria-label={t('insert')} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] md:mx-0 md:flex-wrap md:overflow-visible md:px-0">
      {fields.map((field) => (
        <Button key={field} variant="secondary" size="small" aria-label={t('insertField', { label: t(`fields.${field}`) })} onClick={() => onInsert(field)}>
          <Plus aria-hidden className="max-md:hidden" />
          {t(`fields.${field}`)}
        </Button>
      ))}
    </div>
  )
}
