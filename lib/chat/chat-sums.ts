import type { ChatLabel, Labelled } from './chat-labels'
import { amountAmongWords, onlyMoney, partAndSum } from './chat-money'

/** What the text says that shipping, a discount and everything come to, in whole rupiah. Of the first two the first counts. */
export class ChatSums {
  readonly known = { shipping: null as number | null, discount: null as number | null, total: null as number | null }

  /** "Ongkir JNE 18rb"; and "ongkir 12.000 = 162.000", which tells the total too. */
  take(label: 'shipping' | 'discount', value: string): boolean {
    const sum = partAndSum(value)?.sum
    if (!this.know(label, amountOf({ label, value }))) return false
    if (sum !== undefined) this.know('total', sum)
    return true
  }

  know(what: 'shipping' | 'discount' | 'total', amount: number | null): boolean {
    if (amount === null || (what !== 'total' && this.known[what] !== null)) return false
    this.known[what] = amount
    return true
  }
}

/** The amount that a label for shipping, a discount or the total gives; null for none, and for several. */
export function amountOf({ label, value }: Pick<Labelled, 'value'> & { label: ChatLabel }): number | null {
  return label === 'total' ? onlyMoney(value) : (partAndSum(value)?.part ?? onlyMoney(value) ?? amountAmongWords(value))
}
