import { expect, type BrowserContext } from '@playwright/test'
import { origin } from './seller'

/** Notes what a context must never do: ask another host, or complain in its console (as a refused script does). */
export function watch(context: BrowserContext): { expectClean(): void } {
  const foreign: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin()) foreign.push(request.url())
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return {
    expectClean: () => {
      expect(foreign).toEqual([])
      expect(complaints).toEqual([])
    },
  }
}

/** The phone of most customers. */
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const
