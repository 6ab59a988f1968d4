/** `14:37` or `23:05:09`. The server writes it first, the page's script goes on. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = [Math.floor((seconds % 3600) / 60), seconds % 60]
  return [...(hours > 0 ? [hours] : []), ...rest].map((part) => String(part).padStart(2, '0')).join(':')
}
