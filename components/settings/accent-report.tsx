'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { accentShades, isReadableAccent, nearestReadable, SURFACES, worstContrast, type Theme } from '@/lib/shop/profile/accent'

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[]

/** How well a colour can be read on the payment page, and what to take instead. @param color null: what is typed is no colour */
export function AccentReport({ color, onChoose }: { color: string | null; onChoose: (color: string) => void }) {
  const t = useTranslations('profile.accent')
  const format = useFormatter()
  const ratio = (shade: string, theme: Theme) => format.number(Math.floor(worstContrast(shade, theme) * 10) / 10, { minimumFractionDigits: 1 })
  if (color === null) return <div aria-live="polite" />
  const isReadable = isReadableAccent(color)
  const nearest = nearestReadable(color, 'light')
  const shades = accentShades(color)
  return (
    <div className="flex flex-col gap-3">
      <div aria-live="polite" className={isReadable ? 'text-sm text-ok' : 'rounded-md bg-warn-soft px-3.5 py-3 text-sm text-warn'}>
        <p className="flex items-start gap-2">
          {isReadable ? <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" /> : <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
          {isReadable ? t('passes', { ratio: ratio(color, 'light') }) : t('fails', { ratio: ratio(color, 'light') })}
        </p>
        {!isReadable && (
          <Button variant="secondary" className="mt-3" onClick={() => onChoose(nearest)}>
            <span aria-hidden className="size-4 rounded-sm border" style={{ background: nearest }} />
            {t('useNearest', { color: nearest })}
          </Button>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {THEMES.map((theme) => {
          const { accent, onAccent, soft, onSoft } = shades[theme]
          return (
            <figure key={theme} className="min-w-0">
              <div className="rounded-lg border p-3" style={{ background: SURFACES[theme].card }}>
                <p className="rounded-md px-2 py-2 text-center text-sm font-semibold" style={{ background: accent, color: onAccent }}>{t('samplePay')}</p>
                <p className="mt-2 text-center text-sm font-semibold" style={{ color: accent }}>{t('sampleLink')}</p>
                <p className="mt-2 rounded-md px-2 py-1 text-center text-sm" style={{ background: soft, color: onSoft }}>{t('sampleChosen')}</p>
              </div>
              <figcaption className="mt-1.5 text-sm text-muted">
                {t(theme === 'dark' && accent !== color ? 'darkLighter' : theme, { ratio: ratio(accent, theme), color: accent })}
              </figcaption>
            </figure>
          )
        })}
      </div>
    </div>
  )
}
