export function semiSpaceMb(memoryBytes: number): number
export const SERVE_ARGS: readonly string[]
