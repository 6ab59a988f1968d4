import { addressReader, choiceField, cursorField, searchField, type FilterOf } from '@/lib/platform/filter'

export const LINK_STATUSES = ['scheduled', 'active', 'paused', 'expired', 'soldOut', 'deleted'] as const

/** The list's address: `/links?q=…&status=…&cursor=…`. */
export const LINK_FILTER = { q: searchField, status: choiceField(LINK_STATUSES), cursor: cursorField }
export type LinkFilter = FilterOf<typeof LINK_FILTER>

export const linkFilter = addressReader(LINK_FILTER)
