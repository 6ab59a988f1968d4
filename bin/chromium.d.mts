export const HEADLESS_SHELL: string
export const WHOLE_CHROMIUM: string
export function findChromium(root: string): Promise<string | null>
export function installedChromium(): string | null
