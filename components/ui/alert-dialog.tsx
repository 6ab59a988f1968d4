'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { AlertDialog as Radix } from 'radix-ui'
import { Button } from './button'
import { overlayClasses } from './dialog'
import { SecondClickGuard } from './second-click-guard'
import { useReturnFocus } from './use-return-focus'

type AlertDialogProps = {
  /** The button that asks; leave it out when `open` is steered from outside, a menu for instance. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  /** What will happen, in a sentence. */
  description: ReactNode
  /** What is asked besides yes or no. */
  children?: ReactNode
  confirmLabel: ReactNode
  cancelLabel?: ReactNode
  danger?: boolean
  pending?: boolean
  /** The dialog stays open until it is told otherwise or, with a trigger, until this is done. */
  onConfirm: () => void
}

/** Asks once before something that cannot be taken back lightly. The harmless answer has the focus. */
export function AlertDialog({ trigger, open, onOpenChange, title, description, children, confirmLabel, cancelLabel, danger = false, pending = false, onConfirm }: AlertDialogProps) {
  const t = useTranslations('common')
  const returnFocus = useReturnFocus()
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content {...returnFocus} className="fixed inset-x-0 bottom-0 z-50 rounded-t-xl border bg-card p-5 shadow-float outline-none data-[state=open]:animate-rise md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-full md:max-w-md md:-translate-1/2 md:rounded-xl md:data-[state=open]:animate-appear">
          <SecondClickGuard />
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description className="mt-2 text-base text-muted md:text-sm">{description}</Radix.Description>
          {children}
          <div className="mt-5 flex flex-col-reverse gap-2 md:flex-row md:justify-end">
            <Radix.Cancel asChild>
              <Button variant="secondary">{cancelLabel ?? t('cancel')}</Button>
            </Radix.Cancel>
            {/* The second click of a double click is no answer: the first gave it, or only opened the question. */}
            <Button variant={danger ? 'danger' : 'primary'} pending={pending} onClick={({ detail }) => detail < 2 && onConfirm()}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
