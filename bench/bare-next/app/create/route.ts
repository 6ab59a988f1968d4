import { insertLink } from '../../queries'

export async function POST(request: Request): Promise<Response> {
  await request.text()
  return Response.json({ slug: await insertLink() })
}
