import type { ComponentProps } from 'react'
import { Input } from '@/components/ui/input'

/** Not `type="email"`: a browser changes such a value in its own ways, and our schema says more kindly what is wrong. */
export function EmailInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  return <Input type="text" inputMode="email" autoCapitalize="none" autoCorrect="off" spellCheck={false} dir="ltr" {...props} />
}
