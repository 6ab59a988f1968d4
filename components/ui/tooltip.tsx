import type { ReactElement } from 'react'
import { Slot } from 'radix-ui'

/**
 * The word behind an icon. The child still needs its own accessible name: a phone shows no tooltips. It is only a mark on the
 * child, so that a list of many rows costs nothing; {@link TooltipLayer} draws the one that is looked at.
 */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return <Slot.Root data-tooltip={text}>{children}</Slot.Root>
}
