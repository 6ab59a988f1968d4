import type { Wording } from '@/lib/i18n/wording'
import { CARD, QUIET_BUTTON } from './classes'
import { Notice } from './notice'
import { TextField } from './text-field'

export type WaitState = {
  /** What became of the number that was sent; absent before. */
  said?: 'done' | 'phoneInvalid' | 'full' | 'tooOften' | 'notWaiting' | undefined
  /** As it was typed, to be corrected. */
  typed?: string | undefined
}

type Props = WaitState & { wording: Wording; shop: string; action: string }

/** For who finds a link closed: a number to be told on WhatsApp when it opens again. */
export function WaitForm({ wording, shop, action, said, typed }: Props) {
  const { t } = wording
  if (said === 'done') {
    return (
      <Notice tone="ok" isAlert hasFocus>
        {t('sharing.wait.done', { shop })} {t('sharing.wait.doneNoPlace')}
      </Notice>
    )
  }
  const problem = said && t(`sharing.wait.${said}`)
  return (
    <form method="post" action={action} noValidate className={`${CARD} p-4`}>
      <h2 className="font-semibold">{t('sharing.wait.heading')}</h2>
      <p className="mt-1 text-sm text-muted">{t('sharing.wait.text', { shop })}</p>
      <TextField
        name="phone"
        label={t('sharing.wait.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        dir="ltr"
        maxLength={40}
        defaultValue={typed}
        error={problem}
        autoFocus={problem !== undefined}
      />
      <button type="submit" className={`${QUIET_BUTTON} mt-3`}>{t('sharing.wait.send')}</button>
    </form>
  )
}
