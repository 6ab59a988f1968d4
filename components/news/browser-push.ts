import type { BrowserSubscription } from '@/lib/push/schema'

/** What this browser says about push, before the server is asked. */
export type PushStanding =
  /** It cannot. */
  | { kind: 'unsupported' }
  /** It would, at an https address. */
  | { kind: 'insecure' }
  /** An iPhone's can when Tautan was added to the home screen. */
  | { kind: 'install' }
  /** Its user said no, and only they can change that. */
  | { kind: 'blocked' }
  | { kind: 'off' }
  | { kind: 'subscribed'; endpoint: string }

const SCOPE = '/'

export async function readPushStanding(): Promise<PushStanding> {
  if (!window.isSecureContext) return { kind: 'insecure' }
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    return { kind: isApplePhone() && !isInstalled() ? 'install' : 'unsupported' }
  }
  if (Notification.permission === 'denied') return { kind: 'blocked' }
  const subscription = await findSubscription()
  return subscription && Notification.permission === 'granted' ? { kind: 'subscribed', endpoint: subscription.endpoint } : { kind: 'off' }
}

/**
 * Asks the browser's user, in answer to their click.
 * @param publicKey the server's, base64url
 * @returns null when they did not allow it
 * @throws when the browser's push service cannot be reached
 */
export async function subscribeBrowser(publicKey: string): Promise<Omit<BrowserSubscription, 'locale'> | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await navigator.serviceWorker.register('/sw.js', { scope: SCOPE, updateViaCache: 'none' })
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  const subscription = await pushManager.subscribe(options).catch(async (error: unknown) => {
    // One that was made for another key, of a server that was set up anew.
    const outdated = await pushManager.getSubscription()
    if (!outdated) throw error
    await outdated.unsubscribe()
    return await pushManager.subscribe(options)
  })
  const { endpoint = '', keys } = subscription.toJSON()
  return { endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
}

export async function unsubscribeBrowser(): Promise<void> {
  await (await findSubscription())?.unsubscribe()
}

async function findSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** iPads call themselves Macintosh, but no Macintosh is touched with five fingers. */
function isApplePhone(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1)
}

function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches
}
