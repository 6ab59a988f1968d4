import { problemBody, type Dialect } from './dialect'

/**
 * Answers for addresses and methods that are none of the API's: in its own words, where Next would
 * send a page, or nothing at all.
 */
export function unknownAddress(dialect: Dialect): (request: Request) => Response {
  return (request) => refuse(404, dialect, `${request.method} ${new URL(request.url).pathname.slice(0, 200)} not found`)
}

/** @param allowed the methods of this address */
export function methodNotAllowed(dialect: Dialect, ...allowed: string[]): (request: Request) => Response {
  return (request) => refuse(405, dialect, `${request.method} is not allowed here, but ${allowed.join(', ')}`, { Allow: allowed.join(', ') })
}

function refuse(status: number, dialect: Dialect, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(problemBody(dialect, { status, messages: [message] }), { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
