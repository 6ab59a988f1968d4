'use client'

import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Button } from './button'
import { copyText } from './copy-text'

const SHOWN_MS = 2_000

type CopyButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'onClick' | 'asChild' | 'pending'> & {
  text: string
  /** Default: "Copy". */
  label?: ReactNode
  /** Only the icon; `name` then says what is copied. */
  iconOnly?: boolean
  /** The accessible name where "Copy" alone would be ambiguous: "Copy the link of …". */
  name?: string
}

/** Says "Copied" on itself, at once, without changing its width. */
export function CopyButton({ text, label, iconOnly = false, name, variant = 'secondary', size, ...props }: CopyButtonProps) {
  const t = useTranslations('common')
  const [isCopied, setIsCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    if (!(await copyText(text))) {
      toast.error(t('copyFailed'), { description: text })
      return
    }
    setIsCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setIsCopied(false), SHOWN_MS)
  }

  const Icon = isCopied ? Check : Copy
  return (
    <Button
      variant={variant}
      size={size ?? (iconOnly ? 'icon' : 'default')}
      aria-label={name && (isCopied ? t('copied') : name)}
      onClick={() => void copy()}
      {...props}
    >
      <Icon aria-hidden />
      {!iconOnly && (
        <span className="grid *:[grid-area:1/1]">
          <span className={isCopied ? 'invisible' : ''}>{label ?? t('copy')}</span>
          <span className={isCopied ? '' : 'invisible'}>{t('copied')}</span>
        </span>
      )}
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </Button>
  )
}
