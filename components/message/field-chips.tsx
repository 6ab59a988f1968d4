'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { MessageField } from '@/lib/message/fields'

/** What changes from customer to customer, to be put in where the cursor stands. */
export function FieldChips({ fields, onInsert }: { fields: readonly MessageField[]; onInsert: (field: MessageField) => void }) {
  const t = useTranslations('messages')
  return (
    <div role="group" aria-label={t('insert')} className="flex flex-wrap gap-2">
      {fields.map((field) => (
        <Button key={field} variant="secondary" size="small" aria-label={t('insertField', { label: t(`fields.${field}`) })} onClick={() => onInsert(field)}>
          <Plus aria-hidden />
          {t(`fields.${field}`)}
        </Button>
      ))}
    </div>
  )
}
