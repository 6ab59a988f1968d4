'use client'

import type { ComponentProps } from 'react'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import { buttonVariants, type ButtonVariants } from './button-variants'
import { cn } from './cn'

type ButtonProps = ComponentProps<'button'> &
  ButtonVariants & {
    /** Renders its child, a link for instance, in a button's clothes. */
    asChild?: boolean
    /** Busy: keeps its width, its name and the focus, and does nothing when pressed again. */
    pending?: boolean
  }

export function Button({ variant, size, asChild, pending = false, className, children, onClick, type, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className)
  if (asChild) return <Slot.Root className={classes} {...(onClick && { onClick })} {...props}>{children}</Slot.Root>
  return (
    <button
      type={type ?? 'button'}
      className={classes}
      // Not `disabled`: that would throw the keyboard's focus away in the middle of a form.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...props}
    >
      {pending && <LoaderCircle aria-hidden className="absolute animate-spin" />}
      <span className={cn('inline-flex items-center gap-2', pending && 'opacity-0')}>{children}</span>
    </button>
  )
}
