import { totalOf } from '@/lib/link/total'
import type { LinkItem } from '@/lib/link/views'

/** What an order asked for, in minor units: its `amount`, until a seller confirms that another came. */
export const askedAmount = ({ items, uniqueCode }: { items: readonly LinkItem[]; uniqueCode: number }): number => totalOf(items) + uniqueCode
