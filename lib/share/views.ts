import type { Waiter } from '@/lib/waiter/views'

/** What a chat shows of a link. */
export type ShareCard = {
  /** The picture's address on this server, with its version. */
  image: string
  title: string
  description: string
  host: string
  showsPrice: boolean
  hasPicture: boolean
}

export type ShareReport = {
  card: ShareCard
  /** The longest first. */
  waiters: Waiter[]
}
