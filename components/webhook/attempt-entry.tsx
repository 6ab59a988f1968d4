'use client'

import { ChevronDown, CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { ExactTime } from '@/components/ui/exact-time'
import { isDelivered } from '@/lib/webhook/rules'
import type { AttemptView } from '@/lib/webhook/views'
import { HeaderList } from './header-list'
import { useVerdictText } from './use-verdict-text'

/** One try: how it went in a sentence; behind it, what went over the line. */
export function AttemptEntry({ attempt, isOpen }: { attempt: AttemptView; isOpen: boolean }) {
  const t = useTranslations('webhooks.delivery')
  const { verdictOf } = useVerdictText()
  const { number, trigger, at, requestHeaders, responseHeaders, responseBody } = attempt
  const isReceived = isDelivered(attempt)
  const Icon = isReceived ? CircleCheck : CircleAlert
  return (
    <li className="border-t">
      <details open={isOpen} className="group">
        <summary className="flex min-h-11 list-none items-start gap-3 py-3 [&::-webkit-details-marker]:hidden">
          <Icon aria-hidden className={isReceived ? 'mt-0.5 size-5 shrink-0 text-ok' : 'mt-0.5 size-5 shrink-0 text-bad'} />
          <span className="min-w-0 flex-1">
            <span className="block text-base font-semibold md:text-sm">
              {t('try', { number })}
              {trigger === 'manual' && <span className="font-normal text-muted"> · {t('byHand')}</span>}
            </span>
            <span className="block text-base wrap-anywhere md:text-sm">{verdictOf(attempt)}</span>
            <span className="block text-sm text-muted">
              <ExactTime at={at} />
            </span>
          </span>
          <ChevronDown aria-hidden className="mt-0.5 size-5 shrink-0 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="flex flex-col gap-4 pb-4 md:pl-8">
          <HeaderList title={t('requestHeaders')} headers={requestHeaders} />
          {responseHeaders && <HeaderList title={t('responseHeaders')} headers={responseHeaders} />}
          {responseBody !== null && (
            <div>
              <h3 className="mb-1.5 text-sm font-semibold">{t('responseBody')}</h3>
              {responseBody === '' ? <p className="text-sm text-muted">{t('noBody')}</p> : <CodeBlock label={t('responseBody')}>{responseBody}</CodeBlock>}
            </div>
          )}
        </div>
      </details>
    </li>
  )
}
