import { findLink, pageOf } from '../../../queries'

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const link = await findLink((await params).slug)
  return link ? new Response(pageOf(link), { headers: { 'content-type': 'text/html; charset=utf-8' } }) : new Response(null, { status: 404 })
}
