import { Pause, Play, RotateCcw, Trash2 } from 'lucide-react'
import type { ChangeName } from '@/lib/bulk-change/rules'

export const CHANGE_ICONS = { pause: Pause, resume: Play, delete: Trash2, restore: RotateCcw } as const satisfies Record<ChangeName, unknown>
