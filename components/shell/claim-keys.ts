/** What waits for the seller's look: the queue and the number beside its name. */
export const claimKeys = { all: ['claims'] as const, count: ['claims', 'count'] as const }
