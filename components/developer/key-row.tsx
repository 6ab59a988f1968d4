'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { ExactTime } from '@/components/ui/exact-time'
import { RelativeTime } from '@/components/ui/relative-time'
import { keyStatus } from '@/lib/server-key/status'
import type { KeyView } from '@/lib/server-key/views'
import { KeyHistory } from './key-history'
import { KeyMenu, type KeyWindow } from './key-menu'
import { KeyStatusBadge } from './key-status-badge'
import { RevealKeyDialog } from './reveal-key-dialog'
import { RevokeKeyDialog } from './revoke-key-dialog'
import { RollKeyDialog } from './roll-key-dialog'

/** One key: by which name, what it may do, since when it was not needed, when it ends, what was done to it. */
export function KeyRow({ serverKey, at, isLast }: { serverKey: KeyView; at: Date; isLast: boolean }) {
  const t = useTranslations('developers.keys')
  const [window, setWindow] = useState<KeyWindow | null>(null)
  const close = () => setWindow(null)
  const { id, name, mask, scopes, lastUsedAt, expiresAt, revokedAt, isRolled, signs } = serverKey
  const status = keyStatus(serverKey, at)
  const isOpen = status === 'active' || status === 'expiring'
  return (
    <li className="border-t px-4 py-3.5 md:px-5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
            <span className="text-base font-semibold wrap-anywhere md:text-sm">
              <bdi>{name}</bdi>
            </span>
            <KeyStatusBadge status={status} />
            {isOpen && signs && <Badge tone="accent">{t('signs')}</Badge>}
          </div>
          <code dir="ltr" className="mt-1.5 block text-xs wrap-anywhere text-muted">
            {mask}
          </code>
          <p className="mt-1.5 text-sm text-muted">
            {scopes.map((scope) => t(`scopeNames.${scope}`)).join(', ')}
            {' · '}
            {lastUsedAt ? t.rich('lastUsed', { time: () => <RelativeTime at={lastUsedAt} /> }) : t('neverUsed')}
          </p>
          {isOpen && expiresAt && (
            <p className="mt-0.5 text-sm text-muted">{t.rich(isRolled ? 'rolledUntil' : 'until', { time: () => <ExactTime at={expiresAt} /> })}</p>
          )}
          {!isOpen && <p className="mt-0.5 text-sm text-muted">{t.rich('endedAt', { time: () => <ExactTime at={revokedAt ?? expiresAt ?? at} /> })}</p>}
          <KeyHistory events={serverKey.events} />
        </div>
        {isOpen && <KeyMenu name={name} canRoll={!isRolled} onChoose={setWindow} />}
      </div>
      {window === 'reveal' && <RevealKeyDialog id={id} name={name} onClose={close} />}
      {window === 'roll' && <RollKeyDialog id={id} name={name} signs={signs} onClose={close} />}
      <RevokeKeyDialog id={id} name={name} signs={signs} isLast={isLast} open={window === 'revoke'} onClose={close} />
    </li>
  )
}
