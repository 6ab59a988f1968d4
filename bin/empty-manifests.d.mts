export function dropEmptyManifests(build: string): number
