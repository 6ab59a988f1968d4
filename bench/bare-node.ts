import { createServer, type IncomingMessage } from 'node:http'
import { findLink, insertLink, insertOrder, listLinks, pageOf } from './bare-next/queries'

/** The ceiling: `node:http` and the driver, nothing else. */
const server = createServer((request, response) => {
  void answer(request).then(({ status = 200, type = 'application/json', body = '' }) => {
    response.writeHead(status, { 'content-type': type }).end(body)
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))

async function answer(request: IncomingMessage): Promise<{ status?: number; type?: string; body?: string }> {
  const url = new URL(request.url ?? '/', 'http://bare')
  if (url.pathname.startsWith('/p/')) {
    const link = await findLink(url.pathname.slice(3))
    return link ? { type: 'text/html; charset=utf-8', body: pageOf(link) } : { status: 404 }
  }
  if (url.pathname.startsWith('/get/')) {
    const link = await findLink(url.pathname.slice(5))
    return link ? { body: JSON.stringify(link) } : { status: 404 }
  }
  switch (url.pathname) {
    case '/create':
      await textOf(request)
      return { body: JSON.stringify({ slug: await insertLink() }) }
    case '/order':
      return { status: (await insertOrder(new URLSearchParams(await textOf(request)).get('slug') ?? '')) ? 303 : 409 }
    case '/list':
      return { body: JSON.stringify(await listLinks()) }
    default:
      return { status: 404 }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
