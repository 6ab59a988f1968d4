import { listLinks } from '../../queries'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return Response.json(await listLinks())
}
