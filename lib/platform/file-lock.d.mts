export function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  options?: { onWait?: () => void },
): Promise<T>
export function isRunning(pid: number): boolean
export function ownerOf(pid: number): string
export function isOwnerAlive(owner: string): boolean
