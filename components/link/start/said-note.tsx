'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** What just happened to the templates; `undo` takes it back. */
export type Said = { text: string; undo?: () => void }

/** Said inside of the sheet: a toast beside it could neither be reached nor heard while the sheet is open. */
export function SaidNote({ said: { text, undo }, onDone }: { said: Said; onDone: () => void }) {
  const t = useTranslations('editing.templates')
  return (
    <p className="mb-3 flex min-h-11 items-center justify-between gap-3 rounded-md bg-subtle py-1 pr-1 pl-4 text-sm wrap-anywhere">
      {text}
      {undo && (
        <Button
          variant="ghost"
          size="small"
          className="text-accent"
          onClick={() => {
            undo()
            onDone()
          }}
        >
          {t('undo')}
        </Button>
      )}
    </p>
  )
}
