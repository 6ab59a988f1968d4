export function hintAtCompiling(build: string): number
