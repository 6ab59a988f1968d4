import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'

/** The end of a form of the settings: its button, and beside it that it was saved. @param saved null while there is nothing to say */
export function SaveRow({ pending, saved }: { pending: boolean; saved: string | null }) {
  const t = useTranslations('common')
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" pending={pending} className="max-md:flex-1">
        {t('save')}
      </Button>
      <p role="status" className="flex items-center empty:-ml-3 gap-1.5 text-sm font-semibold text-ok">
        {saved !== null && (
          <>
            <Check aria-hidden className="size-4" />
            {saved}
          </>
        )}
      </p>
    </div>
  )
}
