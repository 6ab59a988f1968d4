import type { Wording } from '@/lib/i18n/wording'
import { QUIET_BUTTON } from './classes'

const NEWS = ['settle', 'deny', 'expire'] as const

/** Test mode only, and it must never be taken for a part of a real payment. */
export function SimulatorPanel({ wording, action }: { wording: Wording; action: string }) {
  const { t } = wording
  return (
    <section aria-labelledby="simulator-heading" className="screen-only rounded-xl border-2 border-dashed border-warn p-4">
      <h2 id="simulator-heading" className="font-semibold text-warn">{t('simulator.heading')}</h2>
      <p className="text-sm text-muted">{t('simulator.text')}</p>
      <form method="post" action={action} className="mt-3 grid gap-2 text-sm">
        {NEWS.map((news) => (
          <button key={news} type="submit" name="news" value={news} className={QUIET_BUTTON}>{t(`simulator.${news}`)}</button>
        ))}
      </form>
    </section>
  )
}
