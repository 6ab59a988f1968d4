'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { CloseButton } from './close-button'
import { cn } from './cn'
import { SecondClickGuard } from './second-click-guard'
import { useReturnFocus } from './use-return-focus'

export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger
export const DialogClose = Radix.Close

export const overlayClasses = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-appear'
const panelClasses =
  'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-xl border bg-card shadow-float outline-none data-[state=open]:animate-rise'

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  /** Stays in view under the scrolling content: the main action. */
  footer?: ReactNode
}

/** A window in the middle of a laptop's screen; on a phone a full-width sheet from below. */
export function DialogContent({ className, ...props }: DialogContentProps) {
  return (
    <FloatingPanel
      className={cn(panelClasses, 'md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:w-full md:max-w-lg md:-translate-1/2 md:rounded-xl md:data-[state=open]:animate-appear', className)}
      {...props}
    />
  )
}

/** As a dialog, but along the right edge of a laptop's screen: for content that is long. */
export function SheetContent({ className, ...props }: DialogContentProps) {
  return (
    <FloatingPanel
      className={cn(panelClasses, 'md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:w-full md:max-w-md md:rounded-none md:rounded-l-xl md:data-[state=open]:animate-slide-in', className)}
      {...props}
    />
  )
}

function FloatingPanel({ title, description, footer, children, ...props }: DialogContentProps) {
  const returnFocus = useReturnFocus()
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClasses} />
      <Radix.Content {...(!description && { 'aria-describedby': undefined })} {...returnFocus} {...props}>
        <SecondClickGuard />
        <div className="flex items-start justify-between gap-3 py-3 pr-3 pl-5">
          <div className="min-w-0 py-1.5">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description>}
          </div>
          <Radix.Close asChild>
            <CloseButton />
          </Radix.Close>
        </div>
        {/* What gets the focus comes into view with its name and what is wrong with it. */}
        <div className="min-h-0 scroll-pt-10 overflow-y-auto scroll-pb-28 px-5 pb-5">{children}</div>
        {footer && <div className="flex flex-col gap-2 border-t px-5 py-4 md:flex-row md:justify-end">{footer}</div>}
      </Radix.Content>
    </Radix.Portal>
  )
}
