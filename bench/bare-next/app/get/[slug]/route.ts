import { findLink } from '../../../queries'

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const link = await findLink((await params).slug)
  return Response.json(link ?? null, { status: link ? 200 : 404 })
}
