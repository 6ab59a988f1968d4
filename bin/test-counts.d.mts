export type Counts = { passed: number; failed: number; skipped: number; failures?: string[]; byChance?: string[] }
export function asCheck(code: number): Counts
export function vitestCounts(file: string, code: number, root: string): Counts
export function playwrightCounts(file: string, code: number): Counts
