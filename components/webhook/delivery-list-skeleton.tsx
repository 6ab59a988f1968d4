import { Skeleton } from '@/components/ui/skeleton'

export function DeliveryListSkeleton() {
  return (
    <div aria-hidden className="overflow-hidden rounded-lg border bg-card">
      {Array.from({ length: 5 }, (_, index) => (
        <div key={index} className="flex items-center justify-between gap-6 border-t px-4 py-4 first:border-t-0">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-36 max-w-full" />
            <Skeleton className="h-3 w-52 max-w-full" />
          </div>
          <Skeleton className="h-5 w-20" />
        </div>
      ))}
    </div>
  )
}
