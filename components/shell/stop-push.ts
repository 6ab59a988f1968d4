/**
 * The next person at this browser must not read what the last one earns: its push service hears that
 * nobody listens any more, and the server forgets the browser when it calls next.
 */
export async function stopPush(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration('/')
  const subscription = await registration?.pushManager?.getSubscription()
  await subscription?.unsubscribe()
}
