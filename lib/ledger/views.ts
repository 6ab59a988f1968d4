/** Two places that must say the same and do not. */
export type Difference = {
  check: string
  /** The row it is about. */
  subject: string
  expected: string
  found: string
}

/** What each account holds, in minor units; all of them together hold nothing. */
export type Balance = { merchantId: string; mode: string; currency: string; account: string; balance: bigint }

export type Reconciliation = { orders: number; differences: Difference[]; balances: Balance[] }
