import 'server-only'
import { problemBody, type Dialect } from './dialect'
import type { Method } from './endpoint'

type Handlers = Record<Method | 'PUT', () => Response>

/** What a path without an operation answers, whatever the method. */
export function notServed(dialect: Dialect): Handlers {
  return everyMethod(() => problem(dialect, 404, 'The requested resource is not found'))
}

/** What a path answers to the methods that it has no operation for: as JSON, where Next would send nothing. */
export function notAllowed(dialect: Dialect, ...allowed: Method[]): Handlers {
  const Allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  return everyMethod(() => problem(dialect, 405, `This method is not allowed here; allowed: ${allowed.join(', ')}`, { Allow }))
}

const everyMethod = (answer: () => Response): Handlers => ({ GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer })

function problem(dialect: Dialect, status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(problemBody(dialect, { status, messages: [message] }), { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
