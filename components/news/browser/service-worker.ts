import type { PushMessage } from '@/lib/push/views'

/**
 * Shows news while no page is open. It answers no requests and keeps nothing: what a seller sees of
 * their money always comes from the server.
 */

/** The few members of a service worker's globals that are used: TypeScript cannot know a page's and a worker's at once. */
type Worker = {
  skipWaiting(): Promise<void>
  location: Location
  registration: ServiceWorkerRegistration
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<PageClient[]>
    openWindow(url: string): Promise<unknown>
  }
  addEventListener(type: 'install', listener: () => void): void
  addEventListener(type: 'push', listener: (event: WorkerEvent & { data: { json(): unknown } | null }) => void): void
  addEventListener(type: 'notificationclick', listener: (event: WorkerEvent & { notification: Notification }) => void): void
}
type WorkerEvent = { waitUntil(promise: Promise<unknown>): void }
type PageClient = { url: string; focus(): Promise<PageClient>; navigate(url: string): Promise<unknown> }

const worker = self as unknown as Worker

worker.addEventListener('install', () => void worker.skipWaiting())

worker.addEventListener('push', (event) => event.waitUntil(show(event.data)))

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(new URL((event.notification.data as { url?: string } | null)?.url ?? '/links', worker.location.origin)))
})

/** A browser takes push away from a worker that shows nothing, so something is shown in any case. */
async function show(data: { json(): unknown } | null): Promise<void> {
  const { title, body, lang, tag, url } = read(data)
  await worker.registration.showNotification(title, { body, lang, tag, icon: '/app-icon/192.png', badge: '/app-icon/badge.png', data: { url } })
}

function read(data: { json(): unknown } | null): PushMessage {
  const unreadable: PushMessage = { title: 'Tautan', body: '', lang: 'id', tag: 'unreadable', url: '/links' }
  try {
    return { ...unreadable, ...(data?.json() as Partial<PushMessage> | undefined) }
  } catch {
    return unreadable
  }
}

/** In a page of the shop that is open already, else in a new one. Only this server's own pages. */
async function open(url: URL): Promise<void> {
  if (url.origin !== worker.location.origin) return
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const dashboard = pages.find((page) => /^\/(links|orders|settings)(\/|$)/.test(new URL(page.url).pathname))
  if (!dashboard) return void (await worker.clients.openWindow(url.href))
  try {
    const page = await dashboard.focus()
    await page.navigate(url.href)
  } catch {
    // A page that was opened before this worker is not its own and cannot be moved.
    await worker.clients.openWindow(url.href)
  }
}
