import { findLink, pageOf } from '../../queries'

export async function GET(request: Request): Promise<Response> {
  const link = await findLink(new URL(request.url).searchParams.get('slug') ?? '')
  return link ? new Response(pageOf(link), { headers: { 'content-type': 'text/html; charset=utf-8' } }) : new Response(null, { status: 404 })
}
