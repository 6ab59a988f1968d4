import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { listTemplatesAction } from '@/lib/link/template/actions'

export const templatesQuery = () => queryOptions({ queryKey: ['link-templates'], queryFn: () => unwrap(listTemplatesAction({})) })
