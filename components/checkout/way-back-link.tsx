import type { WayBack } from '@/lib/checkout/way-back'
import type { Wording } from '@/lib/i18n/wording'
import { MAIN_BUTTON, QUIET_BUTTON } from './classes'

type Props = {
  wording: Wording
  way: WayBack
  isMain?: boolean
  /** The browser goes there by itself in a moment: the address of this page without that. */
  stay?: string | null
}

/** Back to the shop's own website; its host is named, because it is another one. The order's address is a secret, so no referrer goes along. */
export function WayBackLink({ wording, way, isMain = false, stay = null }: Props) {
  const { t } = wording
  return (
    <div className="screen-only flex flex-col gap-2">
      {stay !== null && (
        <p role="status" className="text-center text-sm text-muted">
          {t('back.soon', { host: way.host })}{' '}
          <a href={stay} className="inline-block py-2 font-semibold text-accent underline">{t('back.stay')}</a>
        </p>
      )}
      <a href={way.url} rel="noreferrer" className={`${isMain ? MAIN_BUTTON : QUIET_BUTTON} flex-col py-2 leading-tight`}>
        <span>{t('back.toShop')}</span>
        <span className="text-xs font-normal break-all">{way.host}</span>
      </a>
    </div>
  )
}
