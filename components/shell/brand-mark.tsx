import { Link2 } from 'lucide-react'
import { cn } from '@/components/ui/cn'

export function BrandMark({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn('grid size-9 shrink-0 place-items-center rounded-md bg-accent text-on-accent', className)}>
      <Link2 className="size-5 -rotate-45" />
    </span>
  )
}
