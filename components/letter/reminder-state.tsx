import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Whether the clock sends this letter, and where that is decided: in one place only. */
export function ReminderState({ isOn }: { isOn: boolean }) {
  const t = useTranslations('letters.reminder')
  return (
    <p className="text-base text-muted md:text-sm">
      {isOn ? t('on') : t('off')}{' '}
      <Link href="/settings/reminders" className="inline-block py-1 font-semibold text-accent underline-offset-2 hover:underline">
        {t('change')}
      </Link>
    </p>
  )
}
