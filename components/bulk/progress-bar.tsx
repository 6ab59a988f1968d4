/** How far something is, as the browser says it to a screen reader. @param text the same in words */
export function ProgressBar({ done, total, text, label }: { done: number; total: number; text: string; label: string }) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div>
      <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={Math.min(done, total)} aria-valuetext={text} className="h-2 overflow-hidden rounded-full bg-line">
        <div className="h-full rounded-full bg-accent transition-[width] motion-reduce:transition-none" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="mt-1.5 text-sm text-muted tabular-nums">{text}</p>
    </div>
  )
}
