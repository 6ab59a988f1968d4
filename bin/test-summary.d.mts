import type { Counts } from './test-counts.mjs'

export function summaryOf(results: readonly (Counts & { name: string; seconds: number })[]): string
