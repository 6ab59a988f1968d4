import { Skeleton } from '@/components/ui/skeleton'

export function OutboxSkeleton() {
  return (
    <div className="overflow-hidden rounded-lg border bg-card">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="flex items-center justify-between gap-6 border-t px-4 py-4 first:border-t-0">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-64 max-w-full" />
            <Skeleton className="h-3 w-40 max-w-full" />
          </div>
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </div>
  )
}
