import type { Wording } from '@/lib/i18n/wording'
import { QUIET_BUTTON } from './classes'

type News = 'authorize' | 'settle' | 'deny' | 'expire'

type Props = {
  wording: Wording
  action: string
  /** What the bank can still do to this order. */
  news: readonly News[]
  /** The order is over: money that comes now comes late. */
  isLate?: boolean
}

/** Test mode only, and it must never be taken for a part of a real payment. */
export function SimulatorPanel({ wording, action, news, isLate = false }: Props) {
  const { t } = wording
  return (
    <section aria-labelledby="simulator-heading" className="screen-only rounded-xl border-2 border-dashed border-warn p-4">
      <h2 id="simulator-heading" className="font-semibold text-warn">{t('simulator.heading')}</h2>
      <p className="text-sm text-muted">{t(isLate ? 'simulator.textLate' : 'simulator.text')}</p>
      <form method="post" action={action} className="mt-3 grid gap-2 text-sm">
        {news.map((name) => (
          <button key={name} type="submit" name="news" value={name} className={QUIET_BUTTON}>
            {t(isLate && name === 'settle' ? 'simulator.settleLate' : `simulator.${name}`)}
          </button>
        ))}
      </form>
    </section>
  )
}
