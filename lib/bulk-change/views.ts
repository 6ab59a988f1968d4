import type { ChangeName } from './rules'
import type { LinkTarget } from './schema'

export type BulkState = 'waiting' | 'running' | 'done' | 'cancelled'

export type BulkChangeView = {
  id: string
  change: ChangeName
  state: BulkState
  /** Links that were meant when it began. */
  totalCount: number
  changedCount: number
  /** Were as wished before. */
  alreadyCount: number
  /** Over, or deleted: there was nothing to change. */
  leftCount: number
  /** Of open orders: those that were cancelled, and those whose money was quicker. */
  cancelledOrders: number
  paidOrders: number
}

/** How much a change would touch. */
export type TargetSize = {
  links: number
  /** Customers who are in the middle of paying. */
  openOrders: number
}

/** `undo`: the links that a deleting change deleted. `id`: the one link that a search means. */
export type StoredTarget = LinkTarget | { undo: string } | { id: string }
