'use client'

import { useState } from 'react'
import { HandCoins, Landmark, MessageSquareText, QrCode, Truck, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { EmptyState } from '@/components/ui/empty-state'
import { RECEIVING_KINDS, type AccountWithHistory, type ReceivingKind } from '@/lib/receiving/views'
import { AccountCard } from './account-card'
import { AccountDialog } from './account-form'

export const KIND_ICONS = { bank: Landmark, qris: QrCode, cod: Truck, custom: MessageSquareText } as const satisfies Record<ReceivingKind, LucideIcon>

/** How the shop is paid in live mode, and what can be added. */
export function PaymentSettings({ accounts }: { accounts: AccountWithHistory[] }) {
  const t = useTranslations('payments')
  const { mode } = useShop()
  const [dialog, setDialog] = useState<{ kind: ReceivingKind; account: AccountWithHistory | null } | null>(null)
  // A shop says once what to know about delivery.
  const kinds = RECEIVING_KINDS.filter((kind) => kind !== 'cod' || !accounts.some(({ details }) => details.kind === 'cod'))

  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-base text-muted md:text-sm">{t('intro')}</p>
      {mode === 'test' && <p className="rounded-md bg-warn-soft px-4 py-3 text-sm text-warn">{t('testNote')}</p>}
      {accounts.length === 0 ? (
        <EmptyState icon={<HandCoins aria-hidden />} title={t('empty.title')} className="py-8">
          {t('empty.text')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {accounts.map((account) => (
            <AccountCard key={account.id} account={account} onEdit={() => setDialog({ kind: account.details.kind, account })} />
          ))}
        </ul>
      )}
      <section aria-labelledby="add-way">
        <h2 id="add-way" className="mb-2 text-base font-semibold">
          {t('add')}
        </h2>
        <ul className="grid gap-2 sm:grid-cols-2">
          {kinds.map((kind) => (
            <li key={kind}>
              <AddButton kind={kind} onPress={() => setDialog({ kind, account: null })} />
            </li>
          ))}
        </ul>
      </section>
      {dialog && <AccountDialog key={dialog.account?.id ?? dialog.kind} {...dialog} isFirst={accounts.length === 0 && mode === 'live'} onClose={() => setDialog(null)} />}
    </div>
  )
}

function AddButton({ kind, onPress }: { kind: ReceivingKind; onPress: () => void }) {
  const t = useTranslations('payments')
  const Icon = KIND_ICONS[kind]
  return (
    <button type="button" onClick={onPress} className="flex h-full w-full items-start gap-3 rounded-lg border bg-card p-4 text-left hover:bg-subtle/60 active:bg-subtle">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <span className="min-w-0">
        <span className="block text-base font-semibold md:text-sm">{t(`kinds.${kind}`)}</span>
        <span className="block text-sm text-muted">{t(`kindHints.${kind}`)}</span>
      </span>
    </button>
  )
}
