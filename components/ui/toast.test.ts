import type { toast as Sonner } from 'sonner'
import { expect, it } from 'vitest'
import { beginToasts, toast } from './toast'

it('what is said before the notes are there is shown then, in turn', async () => {
  const shown: unknown[] = []
  const show = (kind: string) => (...said: unknown[]) => void shown.push([kind, ...said])
  toast('one')
  toast.error('two', { id: 'x' })
  toast.dismiss()
  await Promise.resolve()
  expect(shown).toEqual([])

  beginToasts(Object.assign(show('plain'), { success: show('success'), error: show('error'), info: show('info'), dismiss: show('dismiss') }) as unknown as typeof Sonner)
  toast.success('three')
  await Promise.resolve()
  expect(shown).toEqual([['plain', 'one', undefined], ['error', 'two', { id: 'x' }], ['dismiss'], ['success', 'three', undefined]])
})
