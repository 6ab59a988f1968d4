import { receiveMoney } from '@/lib/money-in/receive-money'
import { now } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

export async function POST(request: Request, { params }: RouteContext<'/api/money-in/[accountId]'>): Promise<Response> {
  return await receiveMoney(request, (await params).accountId, now())
}
