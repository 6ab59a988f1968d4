/** Somebody who wants to be told. */
export type Waiter = {
  id: string
  /** As `wa.me` wants it. */
  phone: string
  at: Date
}
