import { insertOrder } from '../../queries'

export async function POST(request: Request): Promise<Response> {
  const token = await insertOrder(new URLSearchParams(await request.text()).get('slug') ?? '')
  return new Response(null, token ? { status: 303, headers: { location: `/${token}` } } : { status: 409 })
}
