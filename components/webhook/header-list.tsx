export function HeaderList({ title, headers }: { title: string; headers: Record<string, string> }) {
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">{title}</h3>
      <dl dir="ltr" className="rounded-md bg-subtle px-3 py-2.5 font-mono text-xs">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2 py-0.5">
            <dt className="text-muted">{name}:</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
