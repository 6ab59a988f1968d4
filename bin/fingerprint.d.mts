export function isUnchanged(stamp: string, root: string, sources: string[]): boolean
export function remember(stamp: string, root: string, sources: string[]): void
export function hashOf(path: string): string
