'use client'

import { useOptimistic, useRef, useState, useTransition } from 'react'
import { useRouter } from 'next/navigation'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { useShop } from '@/components/shell/shop-context'
import { useErrorText } from '@/components/ui/error-text'
import { Switch } from '@/components/ui/switch'
import { isSameName } from '@/lib/payment/qris-name'
import { deleteReceivingAccountAction, switchReceivingAccountAction } from '@/lib/receiving/actions'
import type { AccountWithHistory } from '@/lib/receiving/views'
import { AccountHistory } from './account-history'
import { nameOf } from './account-name'
import { useLimitText } from './use-limit-text'

/** One way to be paid: what customers see of it, whether they are offered it, and what happened to it. */
export function AccountCard({ account, onEdit }: { account: AccountWithHistory; onEdit: () => void }) {
  const t = useTranslations('payments')
  const router = useRouter()
  const { describe } = useErrorText()
  const [isDeleting, setIsDeleting] = useState(false)
  const [isPending, startTransition] = useTransition()
  const [isOn, setIsOn] = useOptimistic(account.isOn)
  const limitText = useLimitText()
  const name = nameOf(account)

  const change = (wish: boolean) =>
    startTransition(async () => {
      setIsOn(wish)
      const result = await switchReceivingAccountAction({ id: account.id, isOn: wish }).catch(() => null)
      if (!result?.ok) toast.error(describe(result?.error ?? { kind: 'unexpected' }))
      router.refresh()
    })

  const remove = () =>
    startTransition(async () => {
      const result = await deleteReceivingAccountAction({ id: account.id }).catch(() => null)
      if (result?.ok) toast.success(t('removed'))
      else toast.error(describe(result?.error ?? { kind: 'unexpected' }))
      setIsDeleting(false)
      router.refresh()
    })

  return (
    <li className="rounded-lg border bg-card p-4 md:px-5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-base font-semibold wrap-anywhere">
            <bdi>{account.label}</bdi>
          </h2>
          <AccountTarget account={account} />
          <p className="mt-1 text-sm text-muted tabular-nums">{limitText(account)}</p>
        </div>
        <AccountMenu name={name} onEdit={onEdit} onDelete={() => setIsDeleting(true)} />
      </div>
      <div className="mt-2 border-t pt-1">
        <Switch label={t('on')} checked={isOn} disabled={isPending} aria-label={t('onLabel', { name })} onChange={({ target }) => change(target.checked)} />
      </div>
      <AccountHistory events={account.events} />
      <AlertDialog
        open={isDeleting}
        onOpenChange={setIsDeleting}
        title={t('remove.title', { name })}
        description={t('remove.text')}
        confirmLabel={t('remove.confirm')}
        danger
        pending={isPending}
        onConfirm={remove}
      />
    </li>
  )
}

function AccountTarget({ account: { details } }: { account: AccountWithHistory }) {
  const t = useTranslations('payments')
  const { name: shop } = useShop()
  switch (details.kind) {
    case 'bank':
      return (
        <>
          <p className="text-base tabular-nums wrap-anywhere">{details.number}</p>
          <p className="text-base wrap-anywhere text-muted md:text-sm">{t('holder', { holder: details.holder })}</p>
        </>
      )
    case 'qris':
      return (
        <>
          <p className="text-base wrap-anywhere">
            <bdi>{[details.merchantName, details.city].filter(Boolean).join(', ')}</bdi>
          </p>
          <p className="text-base text-muted tabular-nums md:text-sm">{t('nmid', { nmid: details.nmid })}</p>
          {!isSameName(details.merchantName, shop) && <p className="mt-1 text-sm text-muted wrap-anywhere">{t('qris.differs', { code: details.merchantName, shop })}</p>}
        </>
      )
    case 'cod':
    case 'custom': {
      const text = details.kind === 'cod' ? details.note : details.text
      return text ? (
        <p dir="auto" className="text-base wrap-anywhere whitespace-pre-line text-muted md:text-sm">
          {text}
        </p>
      ) : null
    }
  }
}

function AccountMenu({ name, onEdit, onDelete }: { name: string; onEdit: () => void; onDelete: () => void }) {
  const t = useTranslations('payments')
  // A window opens when the menu has gone and its button has the focus again: that is where closing it leads back to.
  const chosen = useRef<(() => void) | undefined>(undefined)
  const openNext = () => {
    const next = chosen.current
    chosen.current = undefined
    if (next) setTimeout(next)
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="icon" aria-label={t('more', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent onCloseAutoFocus={openNext}>
        <DropdownMenuItem onSelect={() => (chosen.current = onEdit)}>
          <Pencil aria-hidden />
          {t('edit')}
        </DropdownMenuItem>
        <DropdownMenuItem danger onSelect={() => (chosen.current = onDelete)}>
          <Trash2 aria-hidden />
          {t('delete')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
