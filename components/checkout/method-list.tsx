import type { Wording } from '@/lib/i18n/wording'
import type { Choice } from '@/lib/checkout/choice'
import { PAYMENT_METHODS, type PaymentMethodGroup } from '@/lib/payment/methods'
import { CARD } from './classes'
import { Icon, type IconName } from './icon'

const ICONS = { qris: 'qr', wallet: 'wallet', bank: 'bank', card: 'card', store: 'store', ownQris: 'qr', ownTransfer: 'bank', delivery: 'store', custom: 'chat' } as const satisfies Record<PaymentMethodGroup, IconName>

type Props = {
  wording: Wording
  choices: readonly Choice[]
  /** The value of one of them. */
  chosen: string | undefined
  /** In words. */
  error: string | undefined
  hasFocus: boolean
}

/** The ways to pay as radio buttons, grouped as people know them. */
export function MethodList({ wording, choices, chosen, error, hasFocus }: Props) {
  const { t } = wording
  const groups = Object.entries(Object.groupBy(choices, ({ method }) => PAYMENT_METHODS[method].group)) as [PaymentMethodGroup, Choice[]][]
  return (
    <fieldset aria-describedby={error && 'method-error'} className="min-w-0">
      <legend className="pb-2 font-semibold">{t('methods.heading')}</legend>
      {error && <p id="method-error" className="pb-2 text-sm text-bad">{error}</p>}
      <div className={`${CARD} overflow-hidden`}>
        {groups.map(([group, members]) => (
          <div key={group} className="border-line not-first:border-t">
            {(group === 'wallet' || group === 'bank' || group === 'store') && (
              <p className="px-4 pt-3 text-xs font-semibold text-muted">{t(`methods.${group}`)}</p>
            )}
            {members.map((choice) => (
              <MethodRow key={choice.value} wording={wording} choice={choice} isChosen={choice.value === chosen} hasFocus={hasFocus && choice === choices[0]} />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function MethodRow({ wording, choice: { value, method, label }, isChosen, hasFocus }: { wording: Wording; choice: Choice; isChosen: boolean; hasFocus: boolean }) {
  return (
    <label className="method flex min-h-16 items-center gap-3 px-4 py-2.5">
      <span className="flex size-10 flex-none items-center justify-center rounded-md bg-subtle text-accent">
        <Icon name={ICONS[PAYMENT_METHODS[method].group]} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold break-words" dir="auto">{label ?? wording.methodName(method)}</span>
        <span className="block text-sm text-muted" id={`${value}-hint`}>{wording.t(`hints.${method}`)}</span>
      </span>
      <input
        type="radio"
        name="method"
        value={value}
        data-asks-address={method === 'cod' ? '' : undefined}
        required
        defaultChecked={isChosen}
        autoFocus={hasFocus}
        className="radio"
      />
    </label>
  )
}
