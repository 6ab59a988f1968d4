'use client'

import { lazy } from 'react'
import { OnFirstUse } from '@/components/ui/on-first-use'
import { LinkMenuButton, type LinkMenuProps } from './link-menu-button'

const OpenedLinkMenu = lazy(async () => ({ default: (await import('./opened-link-menu')).OpenedLinkMenu }))

/** What else can be done with a link. In a list there are fifty of them, of which one is opened now and then. */
export function LinkMenu(props: LinkMenuProps) {
  return (
    <OnFirstUse opened={<OpenedLinkMenu {...props} />}>
      <LinkMenuButton name={props.link.name} isOnDetails={props.isOnDetails ?? false} />
    </OnFirstUse>
  )
}
