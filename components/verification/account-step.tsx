'use client'

import { useEffect, useRef, useState } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import type { AccountStanding, StepReason } from '@/lib/verification/views'
import { ConfirmAccountDialog } from './confirm-account-dialog'
import { StateBadge } from './step-card'

type Props = { accounts: AccountStanding[]; reason: StepReason['account'] }

/** Every account that customers can pay to now, whose name stands on it, and whether the seller has said that it is theirs. */
export function AccountStep({ accounts, reason }: Props) {
  const t = useTranslations('verification.account')
  const [confirming, setConfirming] = useState<AccountStanding | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const isSettled = useRef(false)
  // What was pressed has gone with what it asked for.
  useEffect(() => {
    if (isSettled.current && document.activeElement === document.body) list.current?.focus()
    isSettled.current = false
  }, [accounts])
  if (reason === 'noAccount') return <Link href="/settings/payments" className={buttonVariants({ className: 'max-md:w-full' })}>{t('add')}</Link>
  return (
    <>
      {accounts.length > 0 && (
        <ul ref={list} tabIndex={-1} className="divide-y border-t outline-offset-4" aria-label={t('list')}>
          {accounts.map((account) => (
            <li key={account.id} className="flex flex-col gap-2 py-3 last:pb-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="min-w-0 text-base font-semibold wrap-anywhere md:text-sm"><bdi>{account.label}</bdi>{account.number && <span className="font-normal text-muted tabular-nums"> {account.number}</span>}</p>
                <StateBadge state={account.state} />
              </div>
              {account.name && <p className="text-base wrap-anywhere md:text-sm">{t('name')}: <bdi className="font-semibold">{account.name}</bdi></p>}
              {(accounts.length > 1 || account.state === 'done') && <p className="text-base wrap-anywhere text-muted md:text-sm">{t(`reasons.${account.reason}`)}{account.state === 'done' && account.explanation && <>: <bdi>{account.explanation}</bdi></>}</p>}
              {(account.state === 'open' || account.state === 'attention') && (
                <Button variant="secondary" className="self-start max-md:w-full" onClick={() => setConfirming(account)} aria-label={t('confirmNamed', { name: account.name ?? account.label })}>{t('confirm')}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {confirming && <ConfirmAccountDialog account={confirming} onConfirm={() => (isSettled.current = true)} onClose={() => setConfirming(null)} />}
    </>
  )
}
