import type { Wording } from '@/lib/i18n/wording'
import { SHOWN_TEST_CARDS } from '@/lib/payment/test-cards'
import { CARD, MAIN_BUTTON } from './classes'
import { TextField } from './text-field'

const FIELDS = ['number', 'expiry', 'cvv'] as const

type CardField = (typeof FIELDS)[number]
type CardProblem = 'unknown' | 'badExpiry' | 'badCvv'

export type CardProblems = Partial<Record<CardField, CardProblem>>

/** No browser may offer the real card it remembers, so nothing here is named as one. */
const ATTRIBUTES = { type: 'text', inputMode: 'numeric', autoComplete: 'off', required: true } as const

type Props = { wording: Wording; action: string; payLabel: string; problems: CardProblems }

/** The simulator's card form. What was typed is never sent back: a refused form comes back empty. */
export function CardForm({ wording, action, payLabel, problems }: Props) {
  const { t } = wording
  const first = FIELDS.find((field) => problems[field])
  return (
    <section className={`${CARD} p-4`} aria-labelledby="card-heading">
      <h2 id="card-heading" className="font-semibold">{t('card.heading')}</h2>
      <div id="card-hint" className="text-sm text-muted">
        <p className="font-medium text-warn">{t('card.warning')}</p>
        <p className="tabular-nums">{t('card.examples', SHOWN_TEST_CARDS)}</p>
      </div>
      <form method="post" action={action} noValidate data-card-form="card-hint">
        {FIELDS.map((field) => {
          const problem: CardProblem | undefined = problems[field]
          return (
            <TextField
              key={field}
              name={field}
              label={t(`card.${field}`)}
              error={problem && t(`card.${problem}`)}
              autoFocus={field === first}
              {...(field === 'number' && { describedBy: 'card-hint' })}
              {...ATTRIBUTES}
            />
          )
        })}
        <p id="card-problem" data-card-problem="" hidden role="alert" className="mt-2 text-sm text-bad">{t('card.unknown')}</p>
        <button type="submit" className={`${MAIN_BUTTON} mt-4`}>{payLabel}</button>
      </form>
    </section>
  )
}
